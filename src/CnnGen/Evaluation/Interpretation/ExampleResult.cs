namespace CnnGen;

/// <summary>What a network said of one example, beside what is right.</summary>
public sealed record ExampleResult
{
    /// <summary>The example's place in the data set.</summary>
    public required int Index { get; init; }

    /// <summary>Its class.</summary>
    public required int Actual { get; init; }

    /// <summary>The class that the network holds for most probable.</summary>
    public required int Predicted { get; init; }

    /// <summary>That class's probability.</summary>
    public required double Confidence { get; init; }

    /// <summary>The class that it would have said next; the same as <see cref="Predicted"/> where there is only one.</summary>
    public required int SecondGuess { get; init; }

    /// <summary>The probability that it gives to the right class.</summary>
    public required double ActualProbability { get; init; }

    /// <summary>Whether it is right.</summary>
    public bool IsRight => Predicted == Actual;

    /// <summary>The cross-entropy, -ln of the right class's probability; at most 103, where that rounds to zero.</summary>
    public double Loss => -Math.Log(Math.Max(ActualProbability, float.Epsilon));

    internal static ExampleResult Of(int index, int actual, Prediction prediction) => new()
    {
        Index = index,
        Actual = actual,
        Predicted = prediction.Label,
        Confidence = prediction.Probability,
        SecondGuess = Second(prediction),
        ActualProbability = prediction.Probabilities[actual],
    };

    private static int Second(Prediction prediction)
    {
        int second = prediction.Label;
        for (int i = 0; i < prediction.Probabilities.Count; i++)
        {
            bool isBetter = second == prediction.Label || prediction.Probabilities[i] > prediction.Probabilities[second];
            if (i != prediction.Label && isBetter)
            {
                second = i;
            }
        }

        return second;
    }
}
