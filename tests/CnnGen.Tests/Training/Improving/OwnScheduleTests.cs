using System.Runtime.CompilerServices;

namespace CnnGen.Tests;

/// <summary>The schedule of .github/docs/training.md of the learning rate, run.</summary>
public sealed class OwnScheduleTests
{
    [Fact]
    public void The_learning_rate_is_the_callback_s()
    {
        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression(), Data.Quarters(24), new TrainingOptions { Epochs = 4, LearningRate = 0.4, Callbacks = [new CosineDecay()] });

        // The rate at the end of an epoch is that of its last step, one of three.
        double[] expected = [.. new[] { 2, 5, 8, 11 }.Select(step => 0.2 * (1 + Math.Cos(Math.PI * step / 12)))];
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void The_page_shows_this_very_callback()
    {
        string source = Text("OwnScheduleTests.cs");
        int start = source.IndexOf("internal sealed class " + nameof(CosineDecay), StringComparison.Ordinal);

        Text("../../../../.github/docs/training.md").ShouldContain(source[start..]);
    }

    private static string Text(string path, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, path)).ReplaceLineEndings("\n");
}

internal sealed class CosineDecay : TrainingCallback
{
    public override void OnEpochStart(TrainingRun run) => Set(run);

    public override void OnBatchEnd(TrainingRun run)
    {
        if (run.Step < run.Steps)
        {
            Set(run);
        }
    }

    private static void Set(TrainingRun run)
    {
        double done = (run.Epoch - 1 + (double)run.Step / run.Steps) / run.Settings.Epochs;
        run.LearningRate = run.Settings.LearningRate * (1 + Math.Cos(Math.PI * done)) / 2;
    }
}
