namespace CnnGen;

/// <summary>The classes that a network says an example has: none, one or several.</summary>
public sealed class LabelsPrediction
{
    private const float Half = 0.5f;

    /// <param name="values">What the network gives for the example, a value a class.</param>
    /// <param name="kind">What that is: probabilities, or scores.</param>
    public LabelsPrediction(IReadOnlyList<float> values, PredictionKind kind)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        Probabilities = kind == PredictionKind.Probabilities ? values : [.. values.Select(CnnGen.Probabilities.Sigmoid)];
        Labels = Above(Half);
    }

    /// <summary>What <c>forward</c> gives: probabilities, or scores if the network ends without sigmoid.</summary>
    public IReadOnlyList<float> Values { get; }

    /// <summary>A probability for each class; they need not sum up to 1.</summary>
    public IReadOnlyList<float> Probabilities { get; }

    /// <summary>The classes whose probability is above a half.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The classes whose probability is above another threshold.</summary>
    public IReadOnlyList<int> Above(float threshold) => [.. Enumerable.Range(0, Probabilities.Count).Where(label => Probabilities[label] > threshold)];

    /// <summary>The classes: <c>0, 3</c>.</summary>
    public override string ToString() => Labels.Count == 0 ? "none" : string.Join(", ", Labels);
}
