namespace CnnGen.ManagedTorch;

/// <summary>Functions around the normal distribution that .NET lacks.</summary>
internal static class SpecialFunctions
{
    /// <summary>The error function, to double precision: its series near zero, its continued fraction beyond.</summary>
    public static double Erf(double x)
    {
        var magnitude = Math.Abs(x);
        if (double.IsNaN(x)) return x;
        if (magnitude > 6) return Math.Sign(x);
        return magnitude < 2.5 ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(magnitude));
    }

    /// <summary>The inverse of <see cref="Erf"/>: a close guess, mended by three steps of Newton's method.</summary>
    public static double InverseErf(double y)
    {
        if (y <= -1) return y < -1 ? double.NaN : double.NegativeInfinity;
        if (y >= 1) return y > 1 ? double.NaN : double.PositiveInfinity;
        var log = Math.Log((1 - y) * (1 + y));
        var half = (2 / (Math.PI * 0.147)) + (log / 2);
        var x = Math.Sign(y) * Math.Sqrt(Math.Sqrt((half * half) - (log / 0.147)) - half);
        for (var step = 0; step < 3; step++)
            x -= (Erf(x) - y) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
        return x;
    }

    /// <summary>The share of a standard normal distribution below x.</summary>
    public static double NormalCumulative(double x) => 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    public static double GeluSlope(double x) =>
        NormalCumulative(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));

    private static double ErfSeries(double x)
    {
        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static double ErfcFraction(double x)
    {
        var fraction = 0.0;
        for (var n = 60; n > 0; n--) fraction = n / 2.0 / (x + fraction);
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * (x + fraction));
    }
}
