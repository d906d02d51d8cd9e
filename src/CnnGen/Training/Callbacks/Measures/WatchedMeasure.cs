namespace CnnGen;

/// <summary>A measure that something is chosen by: whether more of it is better, and the best epoch so far.</summary>
internal sealed class WatchedMeasure
{
    private readonly bool _higherIsBetter;
    private readonly double _minDelta;
    private bool _hasBest;

    /// <param name="who">Who watches, for errors: <c>Early stopping</c>.</param>
    /// <param name="measure">What is watched.</param>
    /// <param name="higherIsBetter">Whether more is better; <see langword="null"/> as the measure says.</param>
    /// <param name="run">The training.</param>
    /// <param name="minDelta">By how much an epoch must be better.</param>
    /// <exception cref="CnnGenException">It is not measured.</exception>
    public WatchedMeasure(string who, EpochMeasure measure, bool? higherIsBetter, TrainingRun run, double minDelta = 0)
    {
        if (measure.IsOfValidation && run.ValidationImages == 0)
        {
            throw new CnnGenException($"{who} watches {measure}, but there are no validation images: set TrainingOptions.Validation or a split.");
        }

        bool byItself = IsHigherBetter(who, measure, run.Model);
        (Measure, _higherIsBetter, _minDelta) = (measure, higherIsBetter ?? byItself, minDelta);
    }

    public EpochMeasure Measure { get; }

    /// <summary>The best epoch so far, from 1; zero before the first one.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>What the best epoch gave.</summary>
    public double Best { get; private set; }

    /// <summary>Goes on with what was the best; with a baseline, that is what the first epoch must be better than.</summary>
    public void Resume(int epoch, double value, bool hasBaseline = false) => (BestEpoch, Best, _hasBest) = (epoch, value, epoch > 0 || hasBaseline);

    /// <summary>Whether an epoch is better than all before; it is the best from then on.</summary>
    public bool IsBetter(EpochResult result)
    {
        double value = result[Measure.Name];
        double progress = _higherIsBetter ? value - Best : Best - value;
        if (_hasBest && !double.IsNaN(Best) && !(progress > _minDelta))
        {
            return false;
        }

        (Best, BestEpoch, _hasBest) = (value, result.Epoch, true);
        return true;
    }

    // Of a loss less is better; a measure says it of itself.
    private static bool IsHigherBetter(string who, EpochMeasure measure, ITrainableModel model)
    {
        if (measure.OwnName == MeasureNames.Loss)
        {
            return false;
        }

        if (measure.IsOfValidation && ClassMeasurement.IsOfClasses(measure, model))
        {
            return true;
        }

        return model.Measures.FirstOrDefault(one => one.Name == measure.OwnName) is { } measured
            ? measured.HigherIsBetter
            : throw new CnnGenException(
                $"{who} watches {measure}, but {model.Architecture.Name} does not measure its {measure.OwnName}: add it to the Metrics of [Training].");
    }
}
