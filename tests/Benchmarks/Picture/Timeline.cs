namespace CnnGen.Benchmarks.Picture;

/// <summary>When the picture shows what: all moments in turn, then the last one for a while, and again from the start.</summary>
internal static class Timeline
{
    /// <summary>Moments.</summary>
    public const int Frames = 40;

    /// <summary>Seconds that a moment is shown: a share of <see cref="Whole"/> with three decimals, so that no two moments leave a gap.</summary>
    public const double Pause = 0.3;

    /// <summary>Seconds of the whole.</summary>
    public const double Whole = 16;

    /// <summary>Steps on the axis lie about evenly up to here, and by powers of ten beyond.</summary>
    private const double Bend = 40;

    /// <summary>Where a step lies on the axis, from 0 to 1.</summary>
    public static double PlaceOf(double step, double steps) => Math.Asinh(step / Bend) / Math.Asinh(steps / Bend);

    /// <summary>The step that a moment shows.</summary>
    public static long StepOf(int frame, long steps) =>
        (long)Math.Round(Bend * Math.Sinh(Math.Asinh(steps / Bend) * frame / (Frames - 1)));

    /// <summary>A moment as CSS's share of the whole time.</summary>
    public static string Percent(int frame) => Svg.Number(frame * Pause / Whole * 100, 3) + "%";
}
