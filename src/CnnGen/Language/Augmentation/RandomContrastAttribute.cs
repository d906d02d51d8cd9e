namespace CnnGen;

/// <summary>
/// Spreads the values of each channel about their mean by a random factor, one for each image, in training, and holds them within
/// the range of values;
/// nothing happens in inference. The shape stays, no parameters. Keras: <c>RandomContrast</c>,
/// <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomContrastAttribute : LayerAttribute
{
    /// <param name="factor">How far the factor may lie from 1 both ways, from 0 to 1.</param>
    public RandomContrastAttribute(double factor) => (Lower, Upper) = (factor, factor);

    /// <param name="lower">How far below 1 the factor may lie, from 0 to 1.</param>
    /// <param name="upper">How far above 1 the factor may lie, from 0 to 1.</param>
    public RandomContrastAttribute(double lower, double upper) => (Lower, Upper) = (lower, upper);

    /// <summary>How far below 1 the factor may lie.</summary>
    public double Lower { get; }

    /// <summary>How far above 1 the factor may lie.</summary>
    public double Upper { get; }

    /// <summary>The smallest value that a pixel can have. Default 0. Keras: the first of <c>value_range</c>.</summary>
    public double ValueLow { get; set; }

    /// <summary>The largest value that a pixel can have. Default 255; write 1 below a rescaling to 0 … 1. Keras: the second of <c>value_range</c>.</summary>
    public double ValueHigh { get; set; } = 255;
}
