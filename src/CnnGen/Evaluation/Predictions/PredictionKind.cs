namespace CnnGen;

/// <summary>What the numbers are that an output of a network gives.</summary>
public enum PredictionKind
{
    /// <summary>Numbers that mean what the training data says: no probabilities.</summary>
    Numbers,

    /// <summary>A probability for each class; a single one is that of class 1, beside class 0.</summary>
    Probabilities,

    /// <summary>A score for each class, of which softmax makes probabilities.</summary>
    Logits,

    /// <summary>Scores of which sigmoid makes probabilities, each on its own; a single one is that of class 1, beside class 0.</summary>
    BinaryLogits,
}
