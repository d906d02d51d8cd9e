namespace CnnGen;

/// <summary>What an output of a network should give for an example: its name, what its values are, and how many there are.</summary>
public sealed class DataTarget
{
    private DataTarget(string name, LabelKind kind, int classes, ReadOnlySpan<int> shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Kind, Classes) = (name, kind, classes);
        Shape = shape.ToArray();
        Positions = shape.IsEmpty ? 1 : ExampleShape.Size(shape, nameof(shape));
        Size = kind is LabelKind.OneHot or LabelKind.MultiHot ? checked(Positions * classes) : Positions;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the values are.</summary>
    public LabelKind Kind { get; }

    /// <summary>The number of classes; zero for numbers.</summary>
    public int Classes { get; }

    /// <summary>
    /// Of classes the positions that have one each, <c>height, width</c>: empty where the example as a whole has one. Of numbers their shape,
    /// channels last.
    /// </summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Values of an example: class indices, or numbers.</summary>
    public int Size { get; }

    /// <summary>Whether each example has a weight, by which it counts more or less in the loss.</summary>
    public bool IsWeighted { get; private init; }

    /// <summary>A class index that stands for "do not look here": such positions count neither in the loss nor in the measures.</summary>
    public int? IgnoredClass { get; private init; }

    internal int Positions { get; }

    /// <summary>Values that belong together: those of a position.</summary>
    internal int Width => Size / Positions;

    /// <summary>The shape that a network's output has to have: positions and classes, or the numbers' own.</summary>
    internal IReadOnlyList<int> OutputShape => Kind == LabelKind.Number ? Shape : [.. Shape, Classes];

    /// <summary>A class index, from zero: one for the example, or one for each position of a map.</summary>
    /// <param name="name">The name.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="positions">Nothing, or the sizes of the map: <c>height, width</c>.</param>
    public static DataTarget ClassIndex(string name, int classes, params ReadOnlySpan<int> positions) => OfClasses(name, LabelKind.ClassIndex, classes, positions);

    /// <summary>A vector of one value a class, 1 at the right one or probabilities: for the example, or for each position of a map.</summary>
    /// <param name="name">The name.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="positions">Nothing, or the sizes of the map: <c>height, width</c>.</param>
    public static DataTarget OneHot(string name, int classes, params ReadOnlySpan<int> positions) => OfClasses(name, LabelKind.OneHot, classes, positions);

    /// <summary>A vector of one value a class, 1 at each of those that the example, or the position, has.</summary>
    /// <param name="name">The name.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="positions">Nothing, or the sizes of the map: <c>height, width</c>.</param>
    public static DataTarget MultiHot(string name, int classes, params ReadOnlySpan<int> positions) => OfClasses(name, LabelKind.MultiHot, classes, positions);

    /// <summary>Numbers to come near to.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">Their number, or the shape of a map, channels last: <c>height, width, channels</c>.</param>
    public static DataTarget Numbers(string name, params ReadOnlySpan<int> shape) =>
        shape.IsEmpty ? throw new ArgumentException("Numbers have a shape: their number, or that of a map.", nameof(shape)) : new(name, LabelKind.Number, 0, shape);

    /// <summary>The same with a weight for each example.</summary>
    public DataTarget Weighted() => new(Name, Kind, Classes, [.. Shape]) { IsWeighted = true, IgnoredClass = IgnoredClass };

    /// <summary>The same with a class index that stands for no class, often 255.</summary>
    /// <param name="index">The index.</param>
    /// <exception cref="InvalidOperationException">The target has no class indices.</exception>
    public DataTarget Ignoring(int index) => Kind == LabelKind.ClassIndex
        ? new(Name, Kind, Classes, [.. Shape]) { IsWeighted = IsWeighted, IgnoredClass = index }
        : throw new InvalidOperationException("Only class indices can say that there is no class.");

    /// <summary>What it is, for messages: <c>mask: one of 3 classes for each of 160×160 positions</c>.</summary>
    public override string ToString()
    {
        string what = Kind switch
        {
            LabelKind.ClassIndex => $"one of {Classes} classes",
            LabelKind.OneHot => $"a one-hot vector of {Classes} classes",
            LabelKind.MultiHot => $"any of {Classes} classes",
            _ => $"numbers {ExampleShape.Text(Shape)}",
        };
        return $"{Name}: {what}{(Kind == LabelKind.Number || Shape.Count == 0 ? "" : $" for each of {ExampleShape.Text(Shape)} positions")}";
    }

    private static DataTarget OfClasses(string name, LabelKind kind, int classes, ReadOnlySpan<int> positions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        return new(name, kind, classes, positions);
    }
}
