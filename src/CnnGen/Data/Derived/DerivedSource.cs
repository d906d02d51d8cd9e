namespace CnnGen;

/// <summary>The examples of a data set one for one, with other values.</summary>
internal abstract class DerivedSource(Dataset data) : IExampleSource
{
    /// <summary>The data set.</summary>
    public Dataset Data { get; } = data;

    public int Count => Data.Count;

    public IReadOnlyList<DataInput> Inputs => Data.Inputs;

    public IReadOnlyList<DataTarget> Targets => Data.Targets;

    public int? ClassOf(int index, int target) => Data.ClassOf(index, target);

    public abstract void Read(int index, ExampleWriter example);
}
