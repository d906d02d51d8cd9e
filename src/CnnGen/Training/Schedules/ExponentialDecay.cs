namespace CnnGen;

/// <summary>A factor in each epoch, spread over its steps.</summary>
internal sealed record ExponentialDecay(double DecayRate) : LearningRateSchedule
{
    public override string ToString() => ScheduleText.Of(Schedule.Exponential, WarmUp, (nameof(DecayRate), DecayRate));

    private protected override double Decayed(double learningRate, double done, double epochs) => learningRate * Math.Pow(DecayRate, epochs);
}
