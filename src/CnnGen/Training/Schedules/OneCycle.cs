namespace CnnGen;

/// <summary>Up and down once, with PyTorch's numbers: the last step of the rise has the highest rate, the very last one the lowest.</summary>
internal sealed record OneCycle : LearningRateSchedule
{
    // PyTorch's div_factor and final_div_factor.
    private const double Start = 1.0 / 25;
    private const double End = Start / 1e4;

    internal override bool DependsOnLength => true;

    public override string ToString() => ScheduleText.Of(Schedule.OneCycle, WarmUp);

    private protected override double Rate(double learningRate, long step, long steps, int stepsPerEpoch)
    {
        double top = Math.Max((WarmUp * steps) - 1, 0);
        double last = Math.Max(steps - 1, top + 1);
        return step < top
            ? learningRate * Between(Start, 1, step / top)
            : learningRate * Between(1, End, (step - top) / (last - top));
    }

    private protected override double Decayed(double learningRate, double done, double epochs) => learningRate;

    private static double Between(double from, double to, double share) => to + ((from - to) * (1 + Math.Cos(Math.PI * Math.Min(share, 1))) / 2);
}
