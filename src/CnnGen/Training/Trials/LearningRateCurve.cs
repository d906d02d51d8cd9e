using System.Globalization;

namespace CnnGen;

/// <summary>How the loss went while the learning rate grew, and the rate that it suggests.</summary>
public sealed class LearningRateCurve
{
    // A tenth of where the loss is least: there it is about to rise.
    private const double BelowLeast = 10;

    // Steps before and after a point that decide how steep it is there.
    private const int Reach = 5;

    internal LearningRateCurve(string model, IReadOnlyList<LearningRatePoint> points)
    {
        Points = points;
        int least = points.Count == 0 ? 0 : points.Index().MinBy(static point => point.Item.SmoothLoss).Index;
        int steepest = Enumerable.Range(0, Math.Max(least - Reach, 0)).Where(static i => i >= Reach).DefaultIfEmpty(-1).MinBy(Slope);
        if (steepest < 0 || Slope(steepest) >= 0)
        {
            throw new CnnGenException(
                $"The loss of {model} does not fall at any learning rate that was tried: give more steps or other bounds, and see whether inputs and labels are right (OverfitBatches).");
        }

        Suggested = Math.Min(points[steepest].LearningRate, points[least].LearningRate / BelowLeast);
    }

    /// <summary>The steps that were taken, until the loss was far above its least value.</summary>
    public IReadOnlyList<LearningRatePoint> Points { get; }

    /// <summary>Where the loss falls the fastest, but at most a tenth of the rate at which it is least.</summary>
    public double Suggested { get; }

    /// <summary>The suggestion in words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"learning rate {Suggested:G2}, of {Points.Count} tried from {Points[0].LearningRate:G2} to {Points[^1].LearningRate:G2}");

    // Of a line through the losses around a step, which lie at even distances of log(rate).
    private double Slope(int at)
    {
        if (at < 0)
        {
            return 0;
        }

        double slope = 0;
        for (int i = -Reach; i <= Reach; i++)
        {
            slope += i * Points[at + i].SmoothLoss;
        }

        return slope;
    }
}
