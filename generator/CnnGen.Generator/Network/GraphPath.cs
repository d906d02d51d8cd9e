using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Network;

/// <summary>The way from an input to a value, along each layer's first input.</summary>
/// <param name="Start">The input's shape.</param>
/// <param name="InputAttribute">The index of its attribute.</param>
/// <param name="Layers">The layers on the way.</param>
internal sealed record GraphPath(Shape Start, int InputAttribute, IReadOnlyList<PlacedLayer> Layers)
{
    public IEnumerable<Node> Nodes => Layers.Select(static layer => layer.Node);

    /// <summary>The largest number of the input's pixels that one step on the way is worth: what poolings and strides come to.</summary>
    public int LargestStep => (int)Nodes.SelectMany(static node => node.Field.Axes).Select(static axis => axis.Step).DefaultIfEmpty(1).Max();

    /// <summary><c>28×28×1 → conv2d 13×13×32</c>.</summary>
    public string Text => Trace.Of(Start, Nodes);
}
