namespace CnnGen;

/// <summary>
/// A convolution of each channel for itself, then one of single pixels that mixes the channels: H × W × C → H' × W' × filters, with sizes
/// as those of <see cref="Conv2DAttribute"/>. Start values and penalties are those of both kernels. Parameters: kernel height · kernel
/// width · C · multiplier + C · multiplier · filters, and filters biases.
/// Keras: <c>SeparableConv2D</c>, <c>keras/layers/convolutional/base_separable_conv.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SeparableConv2DAttribute : Kernel2DAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Height and width of the kernel.</param>
    public SeparableConv2DAttribute(int filters, int kernelSize) : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a kernel of any height and width.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelHeight">Height of the kernel.</param>
    /// <param name="kernelWidth">Width of the kernel.</param>
    public SeparableConv2DAttribute(int filters, int kernelHeight, int kernelWidth) : base(kernelHeight, kernelWidth)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>Channels between the two convolutions for each input channel. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;
}
