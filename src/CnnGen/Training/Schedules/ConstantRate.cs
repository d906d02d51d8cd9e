namespace CnnGen;

/// <summary>The same rate at each step.</summary>
internal sealed record ConstantRate : LearningRateSchedule
{
    internal override bool IsConstant => WarmUp == 0;

    public override string ToString() => ScheduleText.Of(Schedule.Constant, WarmUp);

    private protected override double Decayed(double learningRate, double done, double epochs) => learningRate;
}
