namespace CnnGen.Tests;

/// <summary>Trainings of a small model that keep a checkpoint in a folder of the test's own.</summary>
public abstract class CheckpointedTraining : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected string Checkpoint => Folder.File("checkpoint.safetensors");

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected TrainingOptions Kept(int epochs) =>
        new() { Epochs = epochs, CheckpointDirectory = Folder.Path, Callbacks = [new Recorder { Factor = 0.9 }] };

    private protected static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(30), options);

    private protected static string Error(SoftmaxRegression model, TrainingOptions options) => Should.Throw<CnnGenException>(() => Fit(model, options)).Message;

    private protected static IEnumerable<double> Losses(TrainingHistory history) => history.Epochs.Select(epoch => epoch.Loss);
}
