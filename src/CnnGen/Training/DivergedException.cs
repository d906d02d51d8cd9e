using System.Globalization;

namespace CnnGen;

/// <summary>
/// Training left the range of numbers: a loss or a weight is no longer finite. The model has the weights of the last good epoch, or of
/// a later checkpoint, again, or its start weights if there was none.
/// </summary>
public sealed class DivergedException : CnnGenException
{
    internal DivergedException(TrainingRun run, double loss, double learningRate, (int Epoch, int Step) goodAt)
        : base(Describe(run, loss, learningRate, goodAt))
    {
        Epoch = run.Epoch;
        Step = run.Step;
        Loss = loss;
        LearningRate = learningRate;
        History = run.History;
    }

    /// <summary>The epochs that were over by then.</summary>
    public TrainingHistory History { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step within the epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The loss of that step; finite if it was a weight that overflowed after it.</summary>
    public double Loss { get; }

    /// <summary>The learning rate at that step.</summary>
    public double LearningRate { get; }

    private static string Describe(TrainingRun run, double loss, double learningRate, (int Epoch, int Step) goodAt)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string what = double.IsFinite(loss) ? "a weight is no longer finite" : "the loss is " + loss.ToString(culture);
        string kept = goodAt switch
        {
            (0, _) => "its start weights",
            var (epoch, step) when step < run.Steps => $"the weights of epoch {epoch}, step {step}",
            var (epoch, _) => $"the weights of the end of epoch {epoch}",
        };
        return $"Training diverged in epoch {run.Epoch}, step {run.Step} of {run.Steps}: {what} at learning rate {learningRate.ToString(culture)}. "
            + $"The model has {kept} again; try a learning rate of {Advised(learningRate).ToString("G2", culture)} or less.";
    }

    // A tenth, but never more than the largest of the optimizers' defaults.
    private static double Advised(double learningRate) => Math.Min(learningRate / 10, 0.01);
}
