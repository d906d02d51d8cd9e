namespace CnnGen;

/// <summary>
/// A convolution over height and width: H × W × C → H' × W' × filters. Along each axis a window covers (kernel − 1)·dilation + 1
/// pixels; the size is ⌊(size − window) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>.
/// Parameters: kernel height · kernel width · C / groups · filters, and filters biases.
/// Keras: <c>Conv2D</c>, <c>keras/layers/convolutional/base_conv.py</c>, <c>keras/utils/conv_utils.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute : KernelLayerAttribute
{
    private int? _stridesWidth;
    private int? _dilationWidth;

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
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        Filters = filters;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>Height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>The step from one window to the next, down and, unless <see cref="StridesWidth"/> says another, across. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The step across. Default: <see cref="Strides"/>.</summary>
    public int StridesWidth { get => _stridesWidth ?? Strides; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;

    /// <summary>The distance of the kernel's pixels, down and, unless <see cref="DilationWidth"/> says another, across. Default 1.
    /// Cannot go with strides above 1. Keras: <c>dilation_rate</c>.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance of the kernel's pixels across. Default: <see cref="Dilation"/>.</summary>
    public int DilationWidth { get => _dilationWidth ?? Dilation; set => _dilationWidth = value; }

    /// <summary>Into how many groups the channels are split that do not see each other; divides input channels and filters. Default 1.</summary>
    public int Groups { get; set; } = 1;
}
