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
}
