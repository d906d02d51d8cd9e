using System.Text;
using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>
/// What <c>train --out</c> writes beside the training loop's own checkpoints: logs, and after every epoch the weights and the learning curves, so that
/// whatever ends a training leaves those of its last whole epoch.
/// </summary>
internal sealed class OutputFolder(string path, ModelEntry model) : TrainingCallback
{
    /// <summary>What is written, for people.</summary>
    public const string Content =
        "weights.safetensors, best.safetensors, checkpoint.safetensors, history.csv, history.jsonl, tensorboard/, summary.txt, curves.svg";

    public string WeightsPath { get; } = Path.Combine(path, "weights.safetensors");

    public string CheckpointPath { get; } = Path.Combine(path, "checkpoint.safetensors");

    /// <summary>The logs of the training.</summary>
    public IReadOnlyList<TrainingCallback> Logs { get; } =
    [
        new CsvLog(Path.Combine(path, "history.csv")),
        new JsonLinesLog(Path.Combine(path, "history.jsonl")),
        new TensorBoardLog(Path.Combine(path, "tensorboard")),
    ];

    /// <summary>Epochs that the written weights have seen; null before the first writing.</summary>
    public int? EpochsKept { get; private set; }

    public override bool RunsInTrials => false;

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

    // What the training ends with: the best weights, or the averaged ones.
    public override void OnTrainingEnd(TrainingRun run) => WriteWeights(run);

    private void WriteWeights(TrainingRun run)
    {
        WeightFile.Save(run.Model, WeightsPath);
        EpochsKept = run.History.Epochs.Count;
    }

    private void Write(string name, string text) =>
        AtomicFile.Write(Path.Combine(path, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
