namespace CnnGen;

/// <summary>
/// Turns each image about its centre by a random angle in training, drawn by torch's generator; nothing happens in inference. The
/// shape stays, no parameters. Keras: <c>RandomRotation</c>, <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomRotationAttribute : RandomTransformAttribute
{
    /// <param name="factor">The largest angle both ways as a share of a full turn, from -1 to 1: 0.1 is 36°.</param>
    public RandomRotationAttribute(double factor) => (Lower, Upper) = (-Math.Abs(factor), Math.Abs(factor));

    /// <param name="lower">The smallest angle as a share of a full turn, from -1 to 1. Negative is clockwise.</param>
    /// <param name="upper">The largest angle, not below the smallest.</param>
    public RandomRotationAttribute(double lower, double upper) => (Lower, Upper) = (lower, upper);

    /// <summary>The smallest angle as a share of a full turn.</summary>
    public double Lower { get; }

    /// <summary>The largest angle as a share of a full turn.</summary>
    public double Upper { get; }
}
