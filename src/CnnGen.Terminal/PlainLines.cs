using System.Globalization;

namespace CnnGen.Terminal;

/// <summary>One plain line at the start and after each epoch, for files, pipes and logs.</summary>
internal sealed class PlainLines(TextWriter writer) : TrainingCallback
{
    public override void OnTrainingStart(TrainingRun run)
    {
        TrainingSettings settings = run.Settings;
        int done = run.History.Epochs.Count;
        string from = (done, run.Step) switch
        {
            (0, 0) => "",
            (_, 0) => $", going on after epoch {done}",
            _ => $", going on in epoch {run.Epoch} after step {run.Step}",
        };
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"training on {run.Images} images: {Words.Count(settings.Epochs, "epoch")} of {Words.Count(run.Steps, "step")}, batch size {settings.BatchSize}, "
            + $"{settings.Optimizer} at learning rate {Words.Plain(settings.LearningRate)}, seed {settings.Seed}{from}"));
    }

    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        List<string> parts = ["loss " + Words.Number(result.Loss), Words.Measures(result.Measures)];
        if (result.Validation is { } validation)
        {
            parts.Add("validation loss " + Words.Number(validation.Loss));
            parts.Add(Words.Measures(validation.Measures, "validation "));
        }

        parts.Add(Words.Rate(result.ImagesPerSecond));
        parts.Add(Words.Seconds(result.Seconds));
        string text = string.Join(", ", parts.Where(static part => part.Length > 0));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {result.Epoch}/{run.Settings.Epochs}: {text}"));
    }
}
