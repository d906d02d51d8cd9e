namespace CnnGen;

/// <summary>
/// A convolution of each channel for itself: H × W × C → H' × W' × C · multiplier, with sizes as those of <see cref="Conv2DAttribute"/>.
/// Parameters: kernel height · kernel width · C · multiplier, and C · multiplier biases.
/// Keras: <c>DepthwiseConv2D</c>, <c>keras/layers/convolutional/base_depthwise_conv.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv2DAttribute : Kernel2DAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="kernelSize">Height and width of the kernel.</param>
    public DepthwiseConv2DAttribute(int kernelSize) : this(kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a kernel of any height and width.</summary>
    /// <param name="kernelHeight">Height of the kernel.</param>
    /// <param name="kernelWidth">Width of the kernel.</param>
    public DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth) : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Output channels for each input channel. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;
}
