namespace CnnGen;

/// <summary>Half a cosine.</summary>
internal sealed record CosineDecay(double FinalLearningRate) : LearningRateSchedule
{
    internal override bool DependsOnLength => true;

    public override string ToString() => ScheduleText.Of(Schedule.Cosine, WarmUp, (nameof(FinalLearningRate), FinalLearningRate));

    private protected override double Decayed(double learningRate, double done, double epochs) =>
        FinalLearningRate + ((learningRate - FinalLearningRate) * (1 + Math.Cos(Math.PI * done)) / 2);
}
