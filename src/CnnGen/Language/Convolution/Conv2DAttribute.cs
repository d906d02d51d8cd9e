namespace CnnGen;

/// <summary>
/// A convolution over height and width: H × W × C → H' × W' × filters. Along each axis a window covers (kernel − 1)·dilation + 1
/// pixels; the size is ⌊(size − window) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>.
/// Parameters: kernel height · kernel width · C / groups · filters, and filters biases.
/// Keras: <c>Conv2D</c>, <c>keras/layers/convolutional/base_conv.py</c>, <c>keras/utils/conv_utils.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute : Kernel2DAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Height and width of the kernel.</param>
    public Conv2DAttribute(int filters, int kernelSize) : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a kernel of any height and width.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelHeight">Height of the kernel.</param>
    /// <param name="kernelWidth">Width of the kernel.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth) : base(kernelHeight, kernelWidth)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>
    /// Into how many groups the channels are split that do not see each other; divides input channels and filters. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;
}
