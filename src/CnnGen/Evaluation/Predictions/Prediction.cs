using System.Globalization;

namespace CnnGen;

/// <summary>The class that a network says an example has.</summary>
public sealed class Prediction
{
    /// <param name="values">What the network gives for the example.</param>
    /// <param name="kind">What that is: probabilities, or scores.</param>
    /// <exception cref="ArgumentException">They are numbers that stand for no classes.</exception>
    public Prediction(IReadOnlyList<float> values, PredictionKind kind)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        Probabilities = kind switch
        {
            PredictionKind.Probabilities => OfClasses(values),
            PredictionKind.Logits => CnnGen.Probabilities.Softmax(values),
            PredictionKind.BinaryLogits => OfClasses([.. values.Select(CnnGen.Probabilities.Sigmoid)]),
            _ => throw new ArgumentException("Numbers are no probabilities of classes.", nameof(kind)),
        };
        Label = CnnGen.Probabilities.IndexOfLargest(Probabilities);
    }

    /// <summary>What <c>forward</c> gives: the probabilities of a classifier, or its scores if it ends without softmax and sigmoid.</summary>
    public IReadOnlyList<float> Values { get; }

    /// <summary>A probability for each class. A single sigmoid unit gives two, that of class 0 and that of class 1.</summary>
    public IReadOnlyList<float> Probabilities { get; }

    /// <summary>The most probable class.</summary>
    public int Label { get; }

    /// <summary>That class's probability.</summary>
    public float Probability => Probabilities[Label];

    /// <summary>The class and its probability: <c>7 (99.12 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Label} ({Probability * 100:F2} %)");

    private static IReadOnlyList<float> OfClasses(IReadOnlyList<float> values) => values.Count == 1 ? [1 - values[0], values[0]] : values;
}
