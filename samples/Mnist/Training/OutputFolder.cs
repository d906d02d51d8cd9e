using System.Text;
using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>
/// What <c>train --out</c> writes beside the training loop's own checkpoint: the weights and the learning curves after every
/// epoch, so that whatever ends a training leaves those of its last whole epoch.
/// </summary>
internal sealed class OutputFolder(string path, ModelEntry model) : TrainingCallback
{
    public string WeightsPath { get; } = Path.Combine(path, "weights.safetensors");

    public string HistoryPath { get; } = Path.Combine(path, "history.csv");

    /// <summary>Epochs that the written weights have seen; null before the first writing.</summary>
    public int? EpochsKept { get; private set; }

    public override void OnTrainingStart(TrainingRun run)
    {
        Write("summary.txt", model.Summary + "\n");
        WriteWeights(run);
    }

    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        WriteWeights(run);
        Write("curves.svg", LearningCurves.Draw(model.Name, run.History.Epochs));
    }

    private void WriteWeights(TrainingRun run)
    {
        WeightFile.Save(run.Model, WeightsPath);
        EpochsKept = run.History.Epochs.Count;
    }

    private void Write(string name, string text) =>
        AtomicFile.Write(Path.Combine(path, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
