namespace CnnGen;

/// <summary>Loss and measures over the steps since a log last wrote some down. It goes on over a checkpoint.</summary>
internal sealed class StepGroup
{
    private RunningMeasures _means = new([]);
    private RunningSums? _loaded;

    /// <summary>Mean loss of the steps.</summary>
    public double Loss => _means.Loss;

    /// <summary>Their measures by name: <c>loss</c> first, then those of the model.</summary>
    public IEnumerable<KeyValuePair<string, double>> Values => _means.Values.Prepend(new(MeasureNames.Loss, Loss));

    /// <summary>Before the first step: empty, or with what a checkpoint held of this model.</summary>
    /// <param name="run">The training.</param>
    /// <param name="goesOn">Whether a state was loaded for it.</param>
    public void Start(TrainingRun run, bool goesOn)
    {
        _means = new RunningMeasures(run.Model.Measures);
        if (goesOn && _loaded?.Values.Count == _means.Length)
        {
            _means.Restore(_loaded);
        }
    }

    /// <summary>Adds a step.</summary>
    public void Add(in BatchResult result) => _means.Add(result);

    /// <summary>Forgets them, once they are written down.</summary>
    public void Clear() => _means.Clear();

    public void SaveState(BinaryWriter writer)
    {
        RunningSums sums = _means.ToSums();
        writer.Write(sums.Count);
        writer.Write(sums.Loss);
        Write(writer, sums.Values);
        Write(writer, sums.LossParts);
    }

    public void LoadState(BinaryReader reader) => _loaded = new RunningSums(reader.ReadInt32(), reader.ReadDouble(), Read(reader), Read(reader));

    private static void Write(BinaryWriter writer, IReadOnlyList<double> numbers)
    {
        writer.Write(numbers.Count);
        foreach (double number in numbers)
        {
            writer.Write(number);
        }
    }

    private static double[] Read(BinaryReader reader)
    {
        double[] numbers = new double[reader.ReadInt32()];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.ReadDouble();
        }

        return numbers;
    }
}
