namespace CnnGen;

/// <summary>A factor after some epochs each.</summary>
internal sealed record StepDecay(double DecayRate, int DecayEpochs) : LearningRateSchedule
{
    public override string ToString() => ScheduleText.Of(Schedule.Step, WarmUp, (nameof(DecayRate), DecayRate), (nameof(DecayEpochs), DecayEpochs));

    private protected override double Decayed(double learningRate, double done, double epochs) =>
        learningRate * Math.Pow(DecayRate, Math.Floor(epochs / DecayEpochs));
}
