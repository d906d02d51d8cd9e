namespace CnnGen.ManagedTorch;

/// <summary>Functions around the normal distribution that .NET lacks.</summary>
internal static class SpecialFunctions
{
    private static readonly double[] CentralInverse =
    [
        2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087, -0.00125372503, -0.00417768164, 0.246640727, 1.50140941,
    ];

    private static readonly double[] TailInverse =
    [
        -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047, 1.00167406, 2.83297682,
    ];

    /// <summary>The error function, to double precision: its series near zero, its continued fraction beyond.</summary>
    public static double Erf(double x)
    {
        var magnitude = Math.Abs(x);
        if (double.IsNaN(x)) return x;
        if (magnitude > 6) return Math.Sign(x);
        return magnitude < 2.5 ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(magnitude));
    }

    /// <summary>The inverse of <see cref="Erf"/>: Giles's polynomials, good to seven digits, and one step of Newton's method.</summary>
    public static double InverseErf(double y)
    {
        if (y <= -1) return y < -1 ? double.NaN : double.NegativeInfinity;
        if (y >= 1) return y > 1 ? double.NaN : double.PositiveInfinity;
        var w = -Math.Log((1 - y) * (1 + y));
        var x = y * (w < 5 ? Polynomial(w - 2.5, CentralInverse) : Polynomial(Math.Sqrt(w) - 3, TailInverse));
        return x - ((Erf(x) - y) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x)));
    }

    /// <summary>The share of a standard normal distribution below x.</summary>
    public static double NormalCumulative(double x) => 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    public static double GeluSlope(double x) =>
        NormalCumulative(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));

    private static double Polynomial(double x, double[] coefficients)
    {
        var value = 0.0;
        foreach (var coefficient in coefficients) value = (value * x) + coefficient;
        return value;
    }

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
