using System.Collections.Generic;

namespace CnnGen.Generator.Layers;

/// <summary>How a layer's module comes into being.</summary>
/// <param name="Type">Its class, as generated code writes it.</param>
/// <param name="Creation">The expression that creates it.</param>
/// <param name="Device">The expression for the device that it is on; <see langword="null"/> if it has no weights.</param>
/// <param name="Initialisation">Statements that give it Keras's start values.</param>
/// <param name="Comment">A comment on what the statements do not say.</param>
internal sealed record ModuleCode(
    string Type, string Creation, string? Device, IReadOnlyList<string> Initialisation, string? Comment = null)
{
    /// <summary>What distinguishes it from the layer's other modules.</summary>
    public string Part { get; init; } = "";
}
