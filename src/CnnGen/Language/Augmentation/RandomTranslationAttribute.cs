namespace CnnGen;

/// <summary>
/// Shifts each image down and to the right (positive) or up and to the left (negative) in training, drawn by torch's generator;
/// nothing happens in inference. The shape stays, no parameters. Keras: <c>RandomTranslation</c>, <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomTranslationAttribute : RandomTransformAttribute
{
    /// <param name="heightFactor">The largest share of the side both ways, from -1 to 1 for the height.</param>
    /// <param name="widthFactor">The same for the width.</param>
    public RandomTranslationAttribute(double heightFactor, double widthFactor)
        : this(-Math.Abs(heightFactor), Math.Abs(heightFactor), -Math.Abs(widthFactor), Math.Abs(widthFactor))
    {
    }

    /// <param name="heightLower">The smallest share of the side for the height, from -1 to 1.</param>
    /// <param name="heightUpper">The largest share of the side for the height, not below the smallest.</param>
    /// <param name="widthLower">The smallest for the width.</param>
    /// <param name="widthUpper">The largest for the width.</param>
    public RandomTranslationAttribute(double heightLower, double heightUpper, double widthLower, double widthUpper) =>
        (HeightLower, HeightUpper, WidthLower, WidthUpper) = (heightLower, heightUpper, widthLower, widthUpper);

    /// <summary>The smallest share of the side for the height.</summary>
    public double HeightLower { get; }

    /// <summary>The largest share of the side for the height.</summary>
    public double HeightUpper { get; }

    /// <summary>The smallest share of the side for the width.</summary>
    public double WidthLower { get; }

    /// <summary>The largest share of the side for the width.</summary>
    public double WidthUpper { get; }
}
