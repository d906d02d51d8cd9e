using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>How an output is trained.</summary>
internal sealed record OutputPlan
{
    /// <summary>The layer that gives it; empty if that is not certain.</summary>
    public required string Layer { get; init; }

    /// <summary>The name of its target, by which data is matched.</summary>
    public required string Target { get; init; }

    public required LossKind Loss { get; init; }

    /// <summary>What is measured beside the loss.</summary>
    public required EquatableArray<MetricKind> Metrics { get; init; }

    public required LabelKind Labels { get; init; }

    /// <summary>The shape of what the network gives.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How much the loss counts.</summary>
    public required double Weight { get; init; }

    /// <summary>How much each class counts in the loss; empty where all are the same.</summary>
    public required EquatableArray<double> ClassWeights { get; init; }

    /// <summary>Whether each example has a weight.</summary>
    public required bool HasWeights { get; init; }

    /// <summary>Whether examples count so that all classes count the same.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>The class index that stands for none.</summary>
    public required int? IgnoredClass { get; init; }

    /// <summary>Whether one unit tells two classes apart.</summary>
    public bool IsOneUnit => Labels == LabelKind.ClassIndex && Loss.IsForOneUnit;

    /// <summary>The number of classes.</summary>
    public int Classes => IsOneUnit ? 2 : Shape.Channels;

    /// <summary>How many positions of an example have a value of their own; 1 for a vector.</summary>
    public long Positions => Shape.IsVector ? 1 : Shape.Spatial.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Whether the loss weighs one row against another.</summary>
    public bool IsWeighted => HasWeights || IsBalanced || ClassWeights.Count > 0;
}
