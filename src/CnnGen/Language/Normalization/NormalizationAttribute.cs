namespace CnnGen;

/// <summary>
/// Takes the mean from each value and divides it by the standard deviation; the shape stays. The numbers are those of the training data:
/// given as <see cref="Mean"/> and <see cref="Variance"/>, or else found in the data and kept with the weights. Until they have been,
/// they are 0 and 1, and nothing changes. Parameters: a mean and a variance for each channel and one count, not trainable; none where
/// they are given. Keras: <c>Normalization</c>, <c>keras/layers/preprocessing/normalization.py</c>.
/// </summary>
/// <param name="axis">
/// The axes whose places have numbers of their own, counted with the batch: 1 is the first of the shape, -1 the last. Default: the channels.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NormalizationAttribute(params int[] axis) : LayerAttribute
{
    /// <summary>The axes as written; none means the channels.</summary>
    public int[] Axis { get; } = axis;

    /// <summary>The means, one for all or one for each channel: <c>Mean = new[] { 0.485, 0.456, 0.406 }</c>. Default: those of the data.</summary>
    public double[]? Mean { get; set; }

    /// <summary>The variances, as many as the means: the squares of standard deviations. Default: those of the data.</summary>
    public double[]? Variance { get; set; }

    /// <summary>Whether the way back is gone: times the standard deviation, plus the mean. Default: no.</summary>
    public bool Invert { get; set; }
}
