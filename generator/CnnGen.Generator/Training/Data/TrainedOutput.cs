using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Training.Data;

/// <summary>An output of the network beside what it should give.</summary>
internal sealed record TrainedOutput
{
    /// <summary>The place among the network's outputs.</summary>
    public required int Place { get; init; }

    /// <summary>What it should give.</summary>
    public required TrainedTarget Target { get; init; }

    /// <summary>How messages call the target.</summary>
    public required string DataName { get; init; }

    /// <summary>The layer that gives it; <see langword="null"/> if that is not certain, and for an input that is given back.</summary>
    public required PlacedLayer? Layer { get; init; }

    /// <summary>Its shape; <see langword="null"/> if that is not certain.</summary>
    public required Shape? Shape { get; init; }

    /// <summary>The layers up to it; <see langword="null"/> if that is not certain.</summary>
    public required GraphPath? Path { get; init; }

    /// <summary>Whether a layer put at the end of the source would give it.</summary>
    public required bool EndsWithLast { get; init; }

    /// <summary>The attribute that says which loss: [Output] if it names one, else [Training].</summary>
    public required Arguments Loss { get; init; }

    /// <summary>The attribute that says which metrics.</summary>
    public required Arguments Metrics { get; init; }

    /// <summary>The [Output] that names it, if there is one.</summary>
    public required Arguments? Attribute { get; init; }

    /// <summary>The attribute that weighs the classes.</summary>
    public required Arguments ClassWeights { get; init; }
}
