namespace CnnGen;

/// <summary>
/// True over false alarms, at 200 thresholds from 0 to 1. Keras: <c>AUC</c> in <c>keras/metrics/confusion_metrics.py</c>, with its
/// defaults.
/// </summary>
public static class RocCurve
{
    private const int Thresholds = 200;

    /// <summary>How many numbers there are: for each threshold those of class 1 whose probability is above it, then those of class 0.</summary>
    public const int Counts = 2 * Thresholds;

    /// <summary>Counts the probabilities of a batch between the thresholds.</summary>
    /// <param name="probabilities">From 0 to 1.</param>
    /// <param name="truth">The class of each, 0 or 1; a number in between belongs to both in that proportion.</param>
    /// <param name="sums">Receives the counts.</param>
    public static void Count(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> truth, Span<double> sums)
    {
        for (int i = 0; i < probabilities.Length; i++)
        {
            // Above a threshold is what is larger: a probability on one belongs below it.
            double place = Math.Ceiling(probabilities[i] * (double)(Thresholds - 1)) - 1;
            int bucket = double.IsNaN(place) ? 0 : (int)Math.Clamp(place, 0, Thresholds - 1);
            sums[bucket] += truth[i];
            sums[Thresholds + bucket] += 1 - truth[i];
        }
    }

    /// <summary>The area under the curve, by trapezia; 0 where one of the classes is missing.</summary>
    /// <param name="sums">The counts of all batches.</param>
    /// <param name="count">Images.</param>
    public static double Area(ReadOnlySpan<double> sums, long count)
    {
        double ones = Total(sums[..Thresholds]);
        double zeros = Total(sums[Thresholds..]);
        if (ones == 0 || zeros == 0)
        {
            return 0;
        }

        double area = 0;
        double right = 0;
        for (int i = Thresholds - 1; i >= 0; i--)
        {
            double height = right + (sums[i] / 2);
            area += sums[Thresholds + i] * height;
            right += sums[i];
        }

        return area / (ones * zeros);
    }

    private static double Total(ReadOnlySpan<double> counts)
    {
        double total = 0;
        foreach (double count in counts)
        {
            total += count;
        }

        return total;
    }
}
