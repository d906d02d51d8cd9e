namespace CnnGen;

/// <summary>
/// Gives the examples of a data set one by one, from wherever they are: implement it for data that is larger than memory, and make a
/// <see cref="Dataset"/> of it.
/// </summary>
public interface IExampleSource
{
    /// <summary>Number of examples.</summary>
    int Count { get; }

    /// <summary>What goes into a network.</summary>
    IReadOnlyList<DataInput> Inputs { get; }

    /// <summary>What should come out; nothing for data to predict from.</summary>
    IReadOnlyList<DataTarget> Targets { get; }

    /// <summary>
    /// Writes an example. It is called from several threads at once, in any order, and gives the same values for an index, and an
    /// <see cref="ExampleWriter.Epoch"/> if it looks at that, each time.
    /// </summary>
    /// <param name="index">Which one, from 0 to <see cref="Count"/> − 1.</param>
    /// <param name="example">Receives every value of every input and target.</param>
    void Read(int index, ExampleWriter example);

    /// <summary>
    /// The class of an example, where it is known without reading the example, as by the name of a folder. A split by class then reads nothing.
    /// </summary>
    /// <param name="index">Which one, from 0 to <see cref="Count"/> − 1.</param>
    /// <param name="target">A target of <see cref="LabelKind.ClassIndex"/> without positions, by its place.</param>
    /// <returns>The class; <see langword="null"/>, the default, if the example must be read.</returns>
    int? ClassOf(int index, int target) => null;
}
