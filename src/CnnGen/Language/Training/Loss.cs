namespace CnnGen;

/// <summary>What training makes small. Keras: <c>keras/losses.py</c>. A final softmax or sigmoid is folded into the loss.</summary>
public enum Loss
{
    /// <summary>
    /// Chosen from the last layer and the labels: class indices give <see cref="SparseCategoricalCrossentropy"/>, or
    /// <see cref="BinaryCrossentropy"/> for one sigmoid unit and two classes; one-hot vectors give
    /// <see cref="CategoricalCrossentropy"/>; numbers give <see cref="MeanSquaredError"/>.
    /// </summary>
    Auto,

    /// <summary>−log of the right class's probability; labels are class indices.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>−Σ target·log(probability); labels are one-hot vectors.</summary>
    CategoricalCrossentropy,

    /// <summary>−(y·log(p) + (1 − y)·log(1 − p)), averaged over the units.</summary>
    BinaryCrossentropy,

    /// <summary>The mean of the squared differences.</summary>
    MeanSquaredError,

    /// <summary>The mean of the differences without their sign.</summary>
    MeanAbsoluteError,

    /// <summary>The mean of log(cosh(difference)): squared near zero, straight far out.</summary>
    LogCosh,

    /// <summary>Half the squared difference up to <c>Delta</c>, straight beyond.</summary>
    Huber,

    /// <summary>The mean of output − target·log(output), for outputs that are never below zero.</summary>
    Poisson,

    /// <summary>The negative cosine of the angle between output and target.</summary>
    CosineSimilarity,

    /// <summary>Σ target·log(target / probability); labels are probabilities.</summary>
    KLDivergence,

    /// <summary>The mean of max(0, 1 − sign·output), for two classes and outputs that are margins: none or tanh comes last.</summary>
    Hinge,

    /// <summary><see cref="BinaryCrossentropy"/> that counts less what is nearly right: <c>Gamma</c>, <c>Alpha</c>.</summary>
    BinaryFocalCrossentropy,

    /// <summary><see cref="CategoricalCrossentropy"/> that counts less what is nearly right: <c>Gamma</c>, <c>Alpha</c>.</summary>
    CategoricalFocalCrossentropy,

    /// <summary>1 − twice what targets and probabilities have in common, divided by their sums, over the batch.</summary>
    Dice,
}
