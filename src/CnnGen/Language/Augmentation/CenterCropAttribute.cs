namespace CnnGen;

/// <summary>
/// Cuts out the middle of images, in training and inference: H × W × C → height × width × C. Where an image is too small, the
/// largest part of it that has the proportions is enlarged. No parameters.
/// Keras: <c>CenterCrop</c>, <c>keras/layers/preprocessing/image_preprocessing/center_crop.py</c>.
/// </summary>
/// <param name="height">The new height.</param>
/// <param name="width">The new width.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CenterCropAttribute(int height, int width) : LayerAttribute
{
    /// <summary>The new height.</summary>
    public int Height { get; } = height;

    /// <summary>The new width.</summary>
    public int Width { get; } = width;
}
