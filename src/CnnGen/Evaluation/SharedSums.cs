namespace CnnGen;

/// <summary>Measures over several outputs or classes, from three sums of each: what generated code gives to a <see cref="Measure"/>.</summary>
public static class SharedSums
{
    // Thirds of the sums.
    private const int Parts = 3;

    /// <summary>Puts a tensor's numbers into the sums.</summary>
    /// <param name="sums">All sums of a batch.</param>
    /// <param name="first">The place of the first number.</param>
    /// <param name="values">The numbers.</param>
    public static void Set(double[] sums, int first, float[] values)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(values);
        for (int i = 0; i < values.Length; i++)
        {
            sums[first + i] = values[i];
        }
    }

    /// <summary>
    /// 1 − Σ(output − target)² / Σ(target − mean)², averaged over the outputs; an output whose target never changes counts as 0.
    /// Keras: <c>R2Score</c> in <c>keras/metrics/regression_metrics.py</c>.
    /// </summary>
    /// <param name="sums">Of each output Σ(output − target)², then of each Σ target, then of each Σ target².</param>
    /// <param name="count">Images.</param>
    public static double ExplainedVariance(ReadOnlySpan<double> sums, long count)
    {
        int outputs = sums.Length / Parts;
        double total = 0;
        for (int i = 0; i < outputs; i++)
        {
            double sum = sums[outputs + i];
            double variance = sums[(2 * outputs) + i] - (sum * sum / count);
            total += variance > 0 ? 1 - (sums[i] / variance) : 0;
        }

        return total / outputs;
    }

    /// <summary>
    /// What the images of a class and those taken for it have in common, as a share of both together, averaged over the classes of
    /// which there is any. Keras: <c>MeanIoU</c> in <c>keras/metrics/iou_metrics.py</c>.
    /// </summary>
    /// <param name="sums">Of each class the images that are both, then of each those taken for it, then of each those of it.</param>
    /// <param name="count">Images.</param>
    public static double IntersectionOverUnion(ReadOnlySpan<double> sums, long count)
    {
        int classes = sums.Length / Parts;
        double total = 0;
        int present = 0;
        for (int i = 0; i < classes; i++)
        {
            double union = sums[classes + i] + sums[(2 * classes) + i] - sums[i];
            total += union > 0 ? sums[i] / union : 0;
            present += union > 0 ? 1 : 0;
        }

        return present == 0 ? 0 : total / present;
    }
}
