namespace CnnGen;

/// <summary>How the learning rate changes from step to step. <see cref="LearningRateSchedule"/> has the same with numbers, to look at.</summary>
public enum Schedule
{
    /// <summary>It stays as it is, after a warm-up if one is asked for.</summary>
    Constant,

    /// <summary>It is multiplied by <c>DecayRate</c> (0.1) after each <c>DecayEpochs</c> (10) epochs.</summary>
    Step,

    /// <summary>It falls evenly by the factor <c>DecayRate</c> (0.9) in an epoch. Keras: <c>ExponentialDecay</c>.</summary>
    Exponential,

    /// <summary>It falls along half a cosine to <c>FinalLearningRate</c> (0). Keras: <c>CosineDecay</c>.</summary>
    Cosine,

    /// <summary>It rises from a 25th for the share <c>WarmUp</c> (0.3) of the steps, then falls to almost nothing. PyTorch: <c>OneCycleLR</c>.</summary>
    OneCycle,

    /// <summary>It falls to <c>FinalLearningRate</c> (0) by the power <c>Power</c> (1: a straight line). Keras: <c>PolynomialDecay</c>.</summary>
    Polynomial,
}
