namespace CnnGen.Samples.Mnist.Training;

/// <summary>One plain line an epoch, for files, pipes and logs.</summary>
internal sealed class ProgressLines : TrainingCallback
{
    public override void OnTrainingStart(TrainingRun run) => Console.WriteLine(ProgressText.Start(run));

    public override void OnEpochEnd(TrainingRun run, EpochResult result) =>
        Console.WriteLine($"epoch {result.Epoch}/{run.Settings.Epochs}: {ProgressText.WholeEpoch(result)}");
}
