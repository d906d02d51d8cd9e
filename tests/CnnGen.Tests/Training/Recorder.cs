namespace CnnGen.Tests;

/// <summary>Writes down what a callback hears.</summary>
internal sealed class Recorder : TrainingCallback
{
    public List<string> Events { get; } = [];

    public List<EpochResult> Results { get; } = [];

    public TrainingSettings? Settings { get; private set; }

    public int Images { get; private set; }

    public double MeanLoss { get; private set; }

    /// <summary>The event at which to stop.</summary>
    public string? StopAt { get; init; }

    /// <summary>What to do at an event.</summary>
    public (string Event, Action Action)? At { get; init; }

    /// <summary>Multiplies the learning rate after each epoch.</summary>
    public double Factor { get; init; } = 1;

    public override void OnTrainingStart(TrainingRun run)
    {
        Settings = run.Settings;
        Images = run.Images;
        Hear(run, "start");
    }

    public override void OnEpochStart(TrainingRun run) => Hear(run, $"epoch {run.Epoch}");

    public override void OnBatchEnd(TrainingRun run)
    {
        MeanLoss = run.Loss;
        Hear(run, $"step {run.Step}/{run.Steps}");
    }

    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        Results.Add(result);
        if (Factor != 1)
        {
            run.LearningRate *= Factor;
        }

        Hear(run, $"end of epoch {run.Epoch}");
    }

    public override void OnTrainingEnd(TrainingRun run) => Hear(run, "end");

    private void Hear(TrainingRun run, string what)
    {
        Events.Add(what);
        if (At is { } at && at.Event == what)
        {
            at.Action();
        }

        if (what == StopAt)
        {
            run.Stop("enough");
        }
    }
}
