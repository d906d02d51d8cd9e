namespace CnnGen;

/// <summary>
/// The loss of a network before its first step, beside that of guessing: ln(classes). Much more than that means that the scale of inputs, labels or start weights
/// is off.
/// </summary>
internal static class UntrainedLoss
{
    // Guessing with wrong confidence costs a few times as much; beyond that something is wrong.
    private const double Suspicious = 5;

    private const int Images = 256;

    public static void Measure(TrainingRun run, BatchFeed feed, Action<string> warn)
    {
        double loss = run.Model.Evaluate(feed.First(Math.Min(Images, feed.Capacity))).Loss;
        run.History.UntrainedLoss = loss;
        run.History.GuessingLoss = OfGuessing(run.Model);
        if (run.History.GuessingLoss is { } guessing && loss > Suspicious * guessing)
        {
            warn(FormattableString.Invariant(
                $"The untrained network has a loss of {loss:G3}, but guessing one of the classes has {guessing:F3}. Are the inputs of about the size of 1, and the labels right?"));
        }
    }

    /// <summary>The loss of saying that all classes are equally probable; <see langword="null"/> where a loss is not of that kind.</summary>
    private static double? OfGuessing(ITrainableModel model) => model.Targets is [{ CustomLoss: null } target]
        ? target.Loss switch
        {
            Loss.SparseCategoricalCrossentropy or Loss.CategoricalCrossentropy when target.Target.Classes > 1 => Math.Log(target.Target.Classes),
            Loss.BinaryCrossentropy => Math.Log(2),
            _ => null,
        }
        : null;
}
