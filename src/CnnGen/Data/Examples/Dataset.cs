namespace CnnGen;

/// <summary>
/// Examples for a network: one or more inputs of any shape each, and one or more targets of any kind. It is made of columns in memory, or of
/// a source that gives an example by its index. <see cref="Take"/>, <see cref="Split(double)"/> and the like give views, not copies.
/// </summary>
public class Dataset
{
    private readonly IExampleSource _source;

    // The examples in this order; null for all as they are.
    private readonly int[]? _order;

    /// <summary>The examples of a source.</summary>
    /// <exception cref="CnnGenException">Two inputs, or two targets, have one name, or there is no input.</exception>
    public Dataset(IExampleSource source)
        : this(source, null, DataRole.Unknown)
    {
        Check(source.Inputs.Select(static input => input.Name), "inputs");
        Check(source.Targets.Select(static target => target.Name), "targets");
        if (source.Inputs.Count == 0)
        {
            throw new CnnGenException("The data has no inputs: there is nothing that could go into a network.");
        }
    }

    /// <summary>Examples in memory.</summary>
    /// <param name="input">What goes in.</param>
    /// <param name="target">What should come out.</param>
    /// <exception cref="CnnGenException">They have different numbers of examples.</exception>
    public Dataset(InputColumn input, TargetColumn target)
        : this([input], [target])
    {
    }

    /// <summary>Examples in memory, with several inputs or targets, or without targets.</summary>
    /// <param name="inputs">What goes in.</param>
    /// <param name="targets">What should come out.</param>
    /// <exception cref="CnnGenException">They have different numbers of examples, or names are not distinct.</exception>
    public Dataset(IReadOnlyList<InputColumn> inputs, IReadOnlyList<TargetColumn>? targets = null)
        : this(new ColumnSource(inputs, targets ?? []))
    {
    }

    private protected Dataset(IExampleSource source, int[]? order, DataRole role)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _order, Role) = (source, order, role);
    }

    /// <summary>Some examples of another data set.</summary>
    private protected Dataset(Dataset all, int[]? order, DataRole role)
        : this(all._source, order, role)
    {
    }

    /// <summary>Number of examples.</summary>
    public int Count => _order?.Length ?? _source.Count;

    /// <summary>What goes into a network.</summary>
    public IReadOnlyList<DataInput> Inputs => _source.Inputs;

    /// <summary>What should come out.</summary>
    public IReadOnlyList<DataTarget> Targets => _source.Targets;

    /// <summary>What the data is for.</summary>
    public DataRole Role { get; }

    /// <summary>Whether the examples come from a source, and not from memory.</summary>
    internal bool IsStreamed => _source is not ColumnSource;

    /// <summary>Whether all that is read is in memory, whatever is done to it on the way.</summary>
    internal bool IsInMemory => _source is ColumnSource || (_source is DerivedSource derived && derived.Data.IsInMemory);

    /// <summary>The first <paramref name="count"/> examples, or all if there are fewer.</summary>
    public virtual Dataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Slice(0, Math.Min(count, Count));
    }

    /// <summary>All but the first <paramref name="count"/> examples.</summary>
    public virtual Dataset Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int start = Math.Min(count, Count);
        return Slice(start, Count - start);
    }

    /// <summary>The same examples in an order that the seed decides.</summary>
    /// <param name="seed">The same seed gives the same order, on any machine.</param>
    public virtual Dataset Shuffle(int seed)
    {
        var order = new int[Count];
        CnnGen.Shuffle.Fill(order, seed, epoch: 0);
        return Select(order);
    }

    /// <summary>Some of the examples, in the order in which they are named; one can be there several times.</summary>
    /// <param name="indices">Places from 0 to <see cref="Count"/> − 1.</param>
    public virtual Dataset Select(params ReadOnlySpan<int> indices)
    {
        var order = new int[indices.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)indices[i], (uint)Count, nameof(indices));
            order[i] = At(indices[i]);
        }

        return View(order, Role);
    }

    /// <summary>
    /// Splits off the last share of the examples, as Keras does for <c>validation_split</c>: the first part has ⌊count · (1 − fraction)⌋. Their
    /// roles are <see cref="DataRole.Train"/> and <see cref="DataRole.Validation"/>, unless the data is to validate or to test with.
    /// </summary>
    /// <param name="fraction">The share of the second part, from 0 up to, but not including, 1.</param>
    public (Dataset First, Dataset Last) Split(double fraction)
    {
        int first = SizeOfFirst(fraction);
        return (Take(first).As(Splitter.TrainRole(this)), Skip(first).As(Splitter.ValidationRole(this)));
    }

    /// <summary>The same examples with another role.</summary>
    public virtual Dataset As(DataRole role) => View(_order, role);

    /// <summary>
    /// The examples as they are in an epoch, where they differ from one to the next, as augmented data do: to look at, or to measure on.
    /// </summary>
    /// <param name="epoch">The epoch, from 1; 0 for the examples that nothing was done to.</param>
    public Dataset AtEpoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new Dataset(new EpochSource(this, epoch), null, Role);
    }

    /// <summary>Writes an example.</summary>
    internal void Read(int index, ExampleWriter example) => _source.Read(At(index), example);

    /// <summary>The class of an example, of a target that has one each, where it is known without reading the example.</summary>
    internal int? ClassOf(int index, int target) => _source.ClassOf(At(index), target);

    /// <summary>The column of a target, if it is in memory, and the place of an example in it.</summary>
    internal TargetColumn? ColumnOf(int target) => _source switch
    {
        ColumnSource columns => columns.TargetColumns[target],
        DerivedSource derived => derived.Data.ColumnOf(target),
        _ => null,
    };

    /// <summary>The place of an example in the columns.</summary>
    internal int Place(int index) => _source is DerivedSource derived ? derived.Data.Place(At(index)) : At(index);

    private int At(int index) => _order is null ? index : _order[index];

    private protected virtual Dataset View(int[]? order, DataRole role) => new(this, order, role);

    internal int SizeOfFirst(double fraction) => fraction is >= 0 and < 1
        ? (int)Math.Floor(Count * (1 - fraction))
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A share is at least 0 and below 1.");

    private Dataset Slice(int start, int count)
    {
        int[] order = _order?[start..(start + count)] ?? [.. Enumerable.Range(start, count)];
        return View(order, Role);
    }

    private static void Check(IEnumerable<string> names, string what)
    {
        if (names.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new CnnGenException($"Two {what} of the data are named '{twice.Key}': each has a name of its own.");
        }
    }
}
