namespace CnnGen.Terminal.Live;

/// <summary>
/// Follows a training on its own thread, at the cost of a few additions a step; a <see cref="Moment"/> is made only when one is wanted.
/// </summary>
internal sealed class Observer
{
    private readonly TrainingPace _pace = new(TimeProvider.System);
    private readonly Curve _loss = new();
    private readonly Curve _values = new();
    private readonly TimeSpan _elapsedBefore;

    // The measure whose curve is drawn beside the loss, and its place among a step's sums.
    private readonly Measure? _measure;
    private readonly int _start;

    public Observer(TrainingRun run)
    {
        (_measure, _start) = Chosen(run.Model.Measures);
        _elapsedBefore = TimeSpan.FromSeconds(run.History.Seconds);
        _pace.Start(run);
        foreach (EpochResult epoch in run.History.Epochs)
        {
            _loss.AddEpoch(epoch.Epoch, epoch.Loss);
            if (_measure is not null && epoch.Find(_measure.Name) is { } value)
            {
                _values.AddEpoch(epoch.Epoch, value);
            }
        }
    }

    public void StartEpoch() => _pace.StartEpoch();

    public void EndStep(TrainingRun run)
    {
        _pace.EndStep(run);
        BatchResult batch = run.LastBatch;
        double epochs = (double)run.StepsDone / run.Steps;
        _loss.AddStep(epochs, batch.Loss * batch.Count, batch.Count);
        if (_measure is not null)
        {
            double value = _measure.Value(batch.Sums.Span.Slice(_start, _measure.Sums), batch.Count);
            _values.AddStep(epochs, value * batch.Count, batch.Count);
        }
    }

    public void EndEpoch() => _pace.EndEpoch();

    public Moment Look(TrainingRun run)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        List<Plot> plots = [new("loss", _loss.Points, Validation(epochs, "loss"), MayBeLogarithmic: true)];
        if (_measure is not null)
        {
            plots.Add(new Plot(_measure.Name.Replace('_', ' '), _values.Points, Validation(epochs, _measure.Name)));
        }

        return new Moment
        {
            Model = run.Model.Architecture.Name,
            Epoch = run.Step == 0 ? Math.Min(epochs.Count + 1, run.Settings.Epochs) : run.Epoch,
            Epochs = run.Settings.Epochs,
            Step = run.Step,
            Steps = run.Steps,
            StepsDone = run.StepsDone,
            StepsInAll = run.StepsInAll,
            Loss = run.ImagesDone == 0 ? double.NaN : run.Loss,
            Measures = run.Measures,
            Last = run.History.Last,
            Best = Best(epochs),
            LearningRate = run.LearningRate,
            ImagesPerSecond = _pace.ImagesPerSecond,
            TimeLeft = _pace.Left(run),
            ElapsedBefore = _elapsedBefore,
            Plots = plots,
        };
    }

    private static (Measure?, int) Chosen(IReadOnlyList<Measure> measures)
    {
        Measure? chosen = measures.FirstOrDefault(static measure => measure.Name == "accuracy")
            ?? measures.FirstOrDefault(static measure => measure.Name.EndsWith("accuracy", StringComparison.Ordinal))
            ?? measures.FirstOrDefault();
        return (chosen, measures.TakeWhile(measure => measure != chosen).Sum(static measure => measure.Sums));
    }

    private static Point[] Validation(IReadOnlyList<EpochResult> epochs, string name) =>
    [
        .. epochs.Select(epoch => (epoch.Epoch, Value: epoch.Find("val_" + name)))
            .Where(static epoch => epoch.Value is not null)
            .Select(static epoch => new Point(epoch.Epoch, epoch.Value!.Value)),
    ];

    // By the validation images if there are any, and by the measure that is drawn if there is one.
    private (int, string, double)? Best(IReadOnlyList<EpochResult> epochs)
    {
        string name = _measure?.Name ?? "loss";
        name = epochs.Any(epoch => epoch.Find("val_" + name) is not null) ? "val_" + name : name;
        double sign = _measure is { HigherIsBetter: true } ? -1 : 1;
        return epochs
            .Select(epoch => (epoch.Epoch, name, epoch.Find(name) ?? double.NaN))
            .Where(static epoch => double.IsFinite(epoch.Item3))
            .OrderBy(epoch => sign * epoch.Item3)
            .Select(static epoch => ((int, string, double)?)epoch)
            .FirstOrDefault();
    }
}
