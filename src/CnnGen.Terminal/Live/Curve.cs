namespace CnnGen.Terminal.Live;

/// <summary>
/// A value over the epochs, of which there may be any number of steps: means over groups of steps, which are joined in pairs whenever
/// there are too many.
/// </summary>
internal sealed class Curve
{
    private const int Most = 128;

    private readonly List<Point> _before = [];
    private readonly List<Point> _points = [];
    private int _stepsOfPoint = 1;
    private double _sum;
    private int _images;
    private int _steps;

    /// <summary>A copy of its points, from left to right.</summary>
    public Point[] Points => [.. _before, .. _points];

    /// <summary>Adds what an epoch before a resume gave.</summary>
    public void AddEpoch(int epoch, double value) => _before.Add(new Point(epoch, value));

    /// <summary>Adds a step.</summary>
    /// <param name="epochs">Epochs that are over, with the share of the one under way.</param>
    /// <param name="sum">The value of the step, times its images.</param>
    /// <param name="images">The step's images.</param>
    public void AddStep(double epochs, double sum, int images)
    {
        _sum += sum;
        _images += images;
        if (++_steps < _stepsOfPoint)
        {
            return;
        }

        _points.Add(new Point(epochs, _sum / _images));
        (_sum, _images, _steps) = (0, 0, 0);
        if (_points.Count == Most)
        {
            Halve();
        }
    }

    private void Halve()
    {
        for (int i = 0; i < Most / 2; i++)
        {
            _points[i] = new Point(_points[(2 * i) + 1].X, (_points[2 * i].Y + _points[(2 * i) + 1].Y) / 2);
        }

        _points.RemoveRange(Most / 2, Most / 2);
        _stepsOfPoint *= 2;
    }
}

/// <summary>A point of a curve.</summary>
/// <param name="X">Epochs.</param>
/// <param name="Y">The value.</param>
internal readonly record struct Point(double X, double Y);
