namespace CnnGen;

/// <summary>A power of what is left.</summary>
internal sealed record PolynomialDecay(double Power, double FinalLearningRate) : LearningRateSchedule
{
    internal override bool DependsOnLength => true;

    public override string ToString() =>
        ScheduleText.Of(Schedule.Polynomial, WarmUp, (nameof(Power), Power), (nameof(FinalLearningRate), FinalLearningRate));

    private protected override double Decayed(double learningRate, double done, double epochs) =>
        FinalLearningRate + ((learningRate - FinalLearningRate) * Math.Pow(1 - done, Power));
}
