using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>What the data set of [Training] says about itself.</summary>
/// <param name="Name">The class.</param>
internal sealed record DataDeclaration(string Name)
{
    /// <summary>What each [InputData] says, or [ImageData].</summary>
    public required EquatableArray<InputDeclaration> Inputs { get; init; }

    /// <summary>What each [TargetData] says, or [ImageData].</summary>
    public required EquatableArray<TargetDeclaration> Targets { get; init; }

    /// <summary>Whether it carries [ImageData].</summary>
    public required bool HasImageData { get; init; }

    /// <summary>Whether it carries [InputData] or [TargetData].</summary>
    public required bool HasParts { get; init; }
}

/// <summary>An input of the data.</summary>
/// <param name="Name">Its name; <see langword="null"/> without one.</param>
/// <param name="Shape">The dimensions, channels last.</param>
internal sealed record InputDeclaration(string? Name, EquatableArray<int> Shape);

/// <summary>A target of the data.</summary>
/// <param name="Name">Its name; <see langword="null"/> without one.</param>
/// <param name="Shape">The positions of classes, or the shape of numbers; empty where [ImageData] does not say how many there are.</param>
/// <param name="Classes">The number of classes; zero for numbers, and where the data keeps it to itself.</param>
/// <param name="Labels">The kind of labels, a number of the enum.</param>
internal sealed record TargetDeclaration(string? Name, EquatableArray<int> Shape, int Classes, int Labels)
{
    /// <summary>The input that it is the same as.</summary>
    public string? SameAs { get; init; }

    /// <summary>Whether each example has a weight.</summary>
    public bool IsWeighted { get; init; }

    /// <summary>The class index that stands for none.</summary>
    public int? IgnoredClass { get; init; }
}
