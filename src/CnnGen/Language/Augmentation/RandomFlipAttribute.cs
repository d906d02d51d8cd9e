namespace CnnGen;

/// <summary>
/// Flips each image with probability ½ in training, drawn by torch's generator; nothing happens in inference. The shape stays, no
/// parameters. Keras: <c>RandomFlip</c>, <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
/// <param name="mode">Which way. Default: both, each with a draw of its own.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomFlipAttribute(FlipMode mode = FlipMode.HorizontalAndVertical) : LayerAttribute
{
    /// <summary>Which way.</summary>
    public FlipMode Mode { get; } = mode;
}
