namespace CnnGen;

/// <summary>Loss and measures over the images of all batches so far, whatever the batches' sizes.</summary>
internal sealed class RunningMeasures(IReadOnlyList<Measure> measures)
{
    private readonly double[] _sums = new double[measures.Sum(static measure => measure.Sums)];
    private double _loss;

    // In pairs: the sum over a part's rows, and how many they were.
    private double[] _lossParts = [];

    public int Count { get; private set; }

    /// <summary>How many sums all measures have together.</summary>
    public int Length => _sums.Length;

    public double Loss
    {
        get
        {
            double loss = _loss / Count;
            for (int i = 0; i < _lossParts.Length; i += 2)
            {
                loss += _lossParts[i + 1] > 0 ? _lossParts[i] / _lossParts[i + 1] : 0;
            }

            return loss;
        }
    }

    /// <summary>What the sums come to; none before the first batch.</summary>
    public MeasureValues Values => Count == 0 ? MeasureValues.None : new MeasureValues(Named());

    public void Add(in BatchResult result)
    {
        if (result.Sums.Length != _sums.Length)
        {
            throw new InvalidOperationException($"The model's measures have {_sums.Length} sums, but a batch gave {result.Sums.Length}.");
        }

        Count += result.Count;
        _loss += (result.Loss - AddParts(result.LossParts.Span)) * result.Count;
        ReadOnlySpan<double> sums = result.Sums.Span;
        for (int i = 0; i < sums.Length; i++)
        {
            _sums[i] += sums[i];
        }
    }

    public void Clear()
    {
        Count = 0;
        _loss = 0;
        Array.Clear(_lossParts);
        Array.Clear(_sums);
    }

    /// <summary>The sums, to go on with later.</summary>
    public RunningSums ToSums() => new(Count, _loss, [.. _sums], [.. _lossParts]);

    /// <summary>Goes on with sums of before.</summary>
    /// <exception cref="FormatException">They are of other measures.</exception>
    public void Restore(RunningSums sums)
    {
        if (sums.Values.Count != _sums.Length)
        {
            throw new FormatException(FormattableString.Invariant($"the measures have {sums.Values.Count} sums, and should have {_sums.Length}"));
        }

        (Count, _loss, _lossParts) = (sums.Count, sums.Loss, [.. sums.LossParts]);
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i] = sums.Values[i];
        }
    }

    public EvaluationResult ToEvaluation() => new() { Count = Count, Loss = Loss, Measures = Values };

    // Returns what they add to the batch's loss.
    private double AddParts(ReadOnlySpan<double> parts)
    {
        if (_lossParts.Length < parts.Length)
        {
            Array.Resize(ref _lossParts, parts.Length);
        }

        double added = 0;
        for (int i = 0; i < parts.Length; i += 2)
        {
            added += parts[i];
            _lossParts[i] += parts[i] * parts[i + 1];
            _lossParts[i + 1] += parts[i + 1];
        }

        return added;
    }

    private IEnumerable<KeyValuePair<string, double>> Named()
    {
        int start = 0;
        foreach (Measure measure in measures)
        {
            yield return new(measure.Name, measure.Value(_sums.AsSpan(start, measure.Sums), Count));
            start += measure.Sums;
        }
    }
}
