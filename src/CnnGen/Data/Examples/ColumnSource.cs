namespace CnnGen;

/// <summary>Examples in memory, one column for each input and target.</summary>
internal sealed class ColumnSource : IExampleSource
{
    private readonly IReadOnlyList<InputColumn> _inputs;

    /// <exception cref="CnnGenException">The columns have different numbers of examples.</exception>
    public ColumnSource(IReadOnlyList<InputColumn> inputs, IReadOnlyList<TargetColumn> targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        (_inputs, TargetColumns) = (inputs, targets);
        Inputs = [.. inputs.Select(static column => column.Input)];
        Targets = [.. targets.Select(static column => column.Target)];
        Count = inputs.Count == 0 ? 0 : inputs[0].Count;
        foreach ((string name, int count) in inputs.Select(static column => (column.Input.Name, column.Count))
            .Concat(targets.Select(static column => (column.Target.Name, column.Count))))
        {
            if (count != Count)
            {
                throw new CnnGenException($"'{Inputs[0].Name}' has {Count} examples, but '{name}' has {count}: they must be as many.");
            }
        }
    }

    public int Count { get; }

    public IReadOnlyList<DataInput> Inputs { get; }

    public IReadOnlyList<DataTarget> Targets { get; }

    public IReadOnlyList<TargetColumn> TargetColumns { get; }

    public int? ClassOf(int index, int target) => TargetColumns[target].LabelOf(index);

    public void Read(int index, ExampleWriter example)
    {
        for (int i = 0; i < _inputs.Count; i++)
        {
            _inputs[i].Values.Copy(index * _inputs[i].Input.Size, example.Input(i));
        }

        for (int i = 0; i < TargetColumns.Count; i++)
        {
            TargetColumns[i].Copy(index, example, i);
        }
    }
}
