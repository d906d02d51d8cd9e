namespace CnnGen;

/// <summary>Loss and measures over the steps since a log last wrote some down. It goes on over a checkpoint.</summary>
internal sealed class StepGroup
{
    private IReadOnlyList<Measure> _measures = [];
    private double[] _sums = [];
    private double _loss;
    private int _count;

    /// <summary>Mean loss of the steps.</summary>
    public double Loss => _loss / _count;

    /// <summary>Their measures by name: <c>loss</c> first, then those of the model.</summary>
    public IEnumerable<KeyValuePair<string, double>> Values
    {
        get
        {
            yield return new(MeasureNames.Loss, Loss);
            int start = 0;
            foreach (Measure measure in _measures)
            {
                yield return new(measure.Name, measure.Value(_sums.AsSpan(start, measure.Sums), _count));
                start += measure.Sums;
            }
        }
    }

    /// <summary>Before the first step: empty, or with what a checkpoint held of this model.</summary>
    /// <param name="run">The training.</param>
    /// <param name="goesOn">Whether a state was loaded for it.</param>
    public void Start(TrainingRun run, bool goesOn)
    {
        _measures = run.Model.Measures;
        int sums = _measures.Sum(static measure => measure.Sums);
        if (!goesOn || _sums.Length != sums)
        {
            (_sums, _loss, _count) = (new double[sums], 0, 0);
        }
    }

    /// <summary>Adds a step.</summary>
    public void Add(in BatchResult result)
    {
        _count += result.Count;
        _loss += result.Loss * result.Count;
        ReadOnlySpan<double> sums = result.Sums.Span;
        for (int i = 0; i < sums.Length; i++)
        {
            _sums[i] += sums[i];
        }
    }

    /// <summary>Forgets them, once they are written down.</summary>
    public void Clear()
    {
        Array.Clear(_sums);
        (_loss, _count) = (0, 0);
    }

    public void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_loss);
        writer.Write(_sums.Length);
        Array.ForEach(_sums, writer.Write);
    }

    public void LoadState(BinaryReader reader)
    {
        _count = reader.ReadInt32();
        _loss = reader.ReadDouble();
        _sums = new double[reader.ReadInt32()];
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i] = reader.ReadDouble();
        }
    }
}
