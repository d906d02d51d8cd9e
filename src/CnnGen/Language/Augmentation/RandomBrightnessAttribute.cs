namespace CnnGen;

/// <summary>
/// Adds a random share of the range of values, one for each image, in training, and holds the values within the range;
/// nothing happens in inference. The shape stays, no parameters. Keras: <c>RandomBrightness</c>,
/// <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomBrightnessAttribute : LayerAttribute
{
    /// <param name="factor">The largest share both ways, from -1 to 1.</param>
    public RandomBrightnessAttribute(double factor) => (Lower, Upper) = (-Math.Abs(factor), Math.Abs(factor));

    /// <param name="lower">The smallest share, from -1 to 1.</param>
    /// <param name="upper">The largest share, from -1 to 1.</param>
    public RandomBrightnessAttribute(double lower, double upper) => (Lower, Upper) = (lower, upper);

    /// <summary>The smallest share.</summary>
    public double Lower { get; }

    /// <summary>The largest share.</summary>
    public double Upper { get; }

    /// <summary>The smallest value that a pixel can have. Default 0. Keras: the first of <c>value_range</c>.</summary>
    public double ValueLow { get; set; }

    /// <summary>The largest value that a pixel can have. Default 255; write 1 below a rescaling to 0 … 1. Keras: the second of <c>value_range</c>.</summary>
    public double ValueHigh { get; set; } = 255;
}
