namespace CnnGen;

/// <summary>What a model says of one image.</summary>
public sealed record Prediction
{
    /// <summary>The most probable class.</summary>
    public required int Label { get; init; }

    /// <summary>That class's probability.</summary>
    public required float Probability { get; init; }

    /// <summary>
    /// One value a class, as the model gives them: probabilities where its last activation is softmax or sigmoid. A single
    /// sigmoid unit gives two, that of class 0 and that of class 1. A model that is trained on numbers gives those.
    /// </summary>
    public required IReadOnlyList<float> Probabilities { get; init; }
}
