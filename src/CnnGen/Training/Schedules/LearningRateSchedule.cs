namespace CnnGen;

/// <summary>
/// How the learning rate changes from step to step: a value that can be compared, printed and looked at before a training,
/// <c>LearningRateSchedule.OneCycle().At(0.01, step, stepsPerEpoch, epochs)</c>. The rate is a function of the step alone, so that
/// a resumed training goes on with it exactly. Where gradients of several steps are added up to one update, those are one step here.
/// </summary>
public abstract record LearningRateSchedule
{
    private protected LearningRateSchedule()
    {
    }

    /// <summary>The share of all steps over which the rate rises from almost nothing, evenly. Default 0.</summary>
    public double WarmUp { get; private protected init; }

    /// <summary>The rate stays as it is.</summary>
    /// <param name="warmUp">The share of all steps over which it rises first, at least 0 and less than 1.</param>
    public static LearningRateSchedule Constant(double warmUp = 0) => new ConstantRate { WarmUp = Share(warmUp) };

    /// <summary>The rate is multiplied by a factor after some epochs each.</summary>
    /// <param name="decayRate">The factor, above 0 and at most 1.</param>
    /// <param name="decayEpochs">After how many epochs each time.</param>
    /// <param name="warmUp">The share of all steps over which it rises first.</param>
    public static LearningRateSchedule Step(double decayRate = 0.1, int decayEpochs = 10, double warmUp = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decayEpochs, 1);
        return new StepDecay(Factor(decayRate), decayEpochs) { WarmUp = Share(warmUp) };
    }

    /// <summary>The rate falls evenly, by a factor in each epoch.</summary>
    /// <param name="decayRate">The factor, above 0 and at most 1.</param>
    /// <param name="warmUp">The share of all steps over which it rises first.</param>
    public static LearningRateSchedule Exponential(double decayRate = 0.9, double warmUp = 0) =>
        new ExponentialDecay(Factor(decayRate)) { WarmUp = Share(warmUp) };

    /// <summary>The rate falls along half a cosine.</summary>
    /// <param name="finalLearningRate">Where it would be after the last step.</param>
    /// <param name="warmUp">The share of all steps over which it rises first.</param>
    public static LearningRateSchedule Cosine(double finalLearningRate = 0, double warmUp = 0) =>
        new CosineDecay(NotNegative(finalLearningRate)) { WarmUp = Share(warmUp) };

    /// <summary>The rate falls by a power of the share of the steps that are left.</summary>
    /// <param name="power">The power; 1 is a straight line.</param>
    /// <param name="finalLearningRate">Where it would be after the last step.</param>
    /// <param name="warmUp">The share of all steps over which it rises first.</param>
    public static LearningRateSchedule Polynomial(double power = 1, double finalLearningRate = 0, double warmUp = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(power);
        return new PolynomialDecay(power, NotNegative(finalLearningRate)) { WarmUp = Share(warmUp) };
    }

    /// <summary>The rate rises along half a cosine from a 25th of itself, then falls along another to a 250,000th.</summary>
    /// <param name="warmUp">The share of all steps over which it rises.</param>
    public static LearningRateSchedule OneCycle(double warmUp = 0.3) => new OneCycle { WarmUp = Share(warmUp) };

    /// <summary>The learning rate of a step.</summary>
    /// <param name="learningRate">The rate of the training: where the schedule begins, or its highest after a warm-up.</param>
    /// <param name="step">The step over all epochs, from 0.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    /// <param name="epochs">Epochs of the training.</param>
    public double At(double learningRate, long step, int stepsPerEpoch, int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return Rate(learningRate, step, (long)stepsPerEpoch * epochs, stepsPerEpoch);
    }

    /// <summary>Whether the rate is the same at each step.</summary>
    internal virtual bool IsConstant => false;

    /// <summary>Whether another number of epochs would change the rates of the steps before.</summary>
    internal virtual bool DependsOnLength => WarmUp > 0;

    private protected virtual double Rate(double learningRate, long step, long steps, int stepsPerEpoch)
    {
        double warm = WarmUp * steps;
        return step < warm
            ? learningRate * Math.Min((step + 1) / warm, 1)
            : Decayed(learningRate, (step - warm) / (steps - warm), (step - warm) / stepsPerEpoch);
    }

    /// <summary>The rate after the warm-up.</summary>
    /// <param name="learningRate">The rate of the training.</param>
    /// <param name="done">The share of the steps after the warm-up that are over.</param>
    /// <param name="epochs">The epochs after the warm-up that are over, with their fractions.</param>
    private protected abstract double Decayed(double learningRate, double done, double epochs);

    private static double Share(double warmUp) =>
        warmUp is >= 0 and < 1 ? warmUp : throw new ArgumentOutOfRangeException(nameof(warmUp), warmUp, "It must be at least 0 and less than 1.");

    private static double Factor(double decayRate) =>
        decayRate is > 0 and <= 1 ? decayRate : throw new ArgumentOutOfRangeException(nameof(decayRate), decayRate, "It must be above 0 and at most 1.");

    private static double NotNegative(double finalLearningRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(finalLearningRate);
        return finalLearningRate;
    }
}
