using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Data;

/// <summary>What a data set holds, after its own attributes have been checked.</summary>
/// <param name="Name">The class.</param>
/// <param name="Inputs">What it gives to a network.</param>
/// <param name="Targets">What a network should give.</param>
/// <param name="IsOfImages">Whether [ImageData] says so.</param>
internal sealed record TrainedData(string Name, IReadOnlyList<InputDeclaration> Inputs, IReadOnlyList<TrainedTarget> Targets, bool IsOfImages)
{
    /// <summary>How messages call a target: by the class where there is one.</summary>
    public string NameOf(TrainedTarget target) => Targets.Count == 1 ? Name : $"{Name}.{target.Name}";
}

/// <summary>What an output should give.</summary>
/// <param name="Name">Its name; <see langword="null"/> without one.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Shape">The positions of classes, or the shape of numbers, channels last; empty where an example has one class, or where the
/// number of numbers is not said.</param>
/// <param name="Classes">The number of classes; zero for numbers, and where the data keeps it to itself.</param>
internal sealed record TrainedTarget(string? Name, LabelKind Kind, EquatableArray<int> Shape, int Classes)
{
    public bool IsWeighted { get; init; }

    public int? IgnoredClass { get; init; }

    /// <summary>Whether each of several positions has a value of its own.</summary>
    public bool IsMap => Kind == LabelKind.Number ? Shape.Count > 1 : Shape.Count > 0;

    /// <summary>The sizes of a map, without channels or classes.</summary>
    public IEnumerable<int> Positions => Kind == LabelKind.Number ? Shape.Take(Shape.Count - 1) : Shape;

    /// <summary>The classes, or the numbers that belong together; zero where the data keeps it to itself.</summary>
    public int Width => Kind != LabelKind.Number ? Classes : Shape.Count > 0 ? Shape[Shape.Count - 1] : 0;

    /// <summary>Whether an output has the sizes of the map, whatever its channels.</summary>
    public bool HasPositionsOf(Shape output) => output.Rank == Positions.Count() + 1 && output.Spatial.SequenceEqual(Positions);

    /// <summary>For messages: <c>one of 3 classes for each of 64×64 positions</c>.</summary>
    public string Text
    {
        get
        {
            string what = Kind switch
            {
                LabelKind.Number when Shape.Count > 1 => $"a map of numbers, {Words.Size(Shape.Select(static size => (long)size))}",
                LabelKind.Number => Words.Count(Width, "number", "numbers"),
                LabelKind.MultiHot => $"any of {Words.Text(Classes)} classes",
                _ => $"one of {Words.Text(Classes)} classes",
            };
            return IsMap && Kind != LabelKind.Number
                ? $"{what} for each of {Words.Size(Shape.Select(static size => (long)size))} positions"
                : what;
        }
    }
}
