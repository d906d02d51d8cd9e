using System.Globalization;

namespace CnnGen.Benchmarks.Backend;

/// <summary>How far an answer is from the right one: the largest difference, as a share of the largest right value.</summary>
internal readonly record struct Deviation(double Share)
{
    // Sums of a few thousand floats stay below 0.00001, Winograd's faster ones below 0.0001; a fault is as large as the values.
    private const double Tolerated = 1e-3;

    public static Deviation Of(float[] computed, double[] right)
    {
        double difference = 0;
        for (int i = 0; i < right.Length; i++)
        {
            double one = Math.Abs(computed[i] - right[i]);
            difference = double.IsNaN(one) ? double.PositiveInfinity : Math.Max(difference, one);
        }

        return new Deviation(difference / right.Max(Math.Abs));
    }

    public bool IsWrong => Share > Tolerated;

    /// <inheritdoc/>
    public override string ToString() => IsWrong ? string.Create(CultureInfo.InvariantCulture, $"wrong by {Share:P0}") : "right";
}
