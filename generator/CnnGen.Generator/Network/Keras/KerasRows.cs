using System.Collections.Generic;

namespace CnnGen.Generator.Network.Keras;

/// <summary>What <see cref="KerasOrder"/> finds.</summary>
/// <param name="Layers">The layers that have a row, in Keras's order; all inputs of the model are among them.</param>
/// <param name="Dropped">The nodes that reach no output, in order of declaration. Keras leaves them out of the model.</param>
internal sealed record KerasRows(IReadOnlyList<int> Layers, IReadOnlyList<int> Dropped);
