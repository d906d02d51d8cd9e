namespace CnnGen;

/// <summary>
/// Brings images to another size, in training and inference: H × W × C → height × width × C. No parameters.
/// Keras: <c>Resizing</c>, <c>keras/layers/preprocessing/image_preprocessing/resizing.py</c>.
/// </summary>
/// <param name="height">The new height.</param>
/// <param name="width">The new width.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResizingAttribute(int height, int width) : LayerAttribute
{
    /// <summary>The new height.</summary>
    public int Height { get; } = height;

    /// <summary>The new width.</summary>
    public int Width { get; } = width;

    /// <summary>How new pixels come from the old ones. Default: bilinear, from the nearest ones on both sides.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Bilinear;

    /// <summary>Whether the image keeps its proportions: of what does not fit, as much is cut off on one side as on the other. Default: no.</summary>
    public bool CropToAspectRatio { get; set; }
}
