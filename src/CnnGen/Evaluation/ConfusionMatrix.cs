namespace CnnGen;

/// <summary>How many images of each class were taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int classes) => _counts = new int[classes, classes];

    /// <summary>Number of classes.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>Images of class <paramref name="actual"/> that the model took for <paramref name="predicted"/>.</summary>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>The share of the images of a class that were recognised; NaN if there are none.</summary>
    public double Recall(int actual) => (double)_counts[actual, actual] / CountOf(actual);

    /// <summary>The share of the images taken for a class that belong to it; NaN if there are none.</summary>
    public double Precision(int predicted) => (double)_counts[predicted, predicted] / CountOfPredicted(predicted);

    /// <summary>Images of a class.</summary>
    public int CountOf(int actual) => Enumerable.Range(0, Classes).Sum(predicted => _counts[actual, predicted]);

    /// <summary>Images taken for a class.</summary>
    public int CountOfPredicted(int predicted) => Enumerable.Range(0, Classes).Sum(actual => _counts[actual, predicted]);

    internal static ConfusionMatrix Of(IReadOnlyList<ExampleResult> results, int classes)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach (ExampleResult result in results)
        {
            matrix._counts[result.Actual, result.Predicted]++;
        }

        return matrix;
    }
}
