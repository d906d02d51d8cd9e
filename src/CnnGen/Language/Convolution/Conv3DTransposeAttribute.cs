namespace CnnGen;

/// <summary>
/// The way back of a convolution, which enlarges: D × H × W × C → D' × H' × W' × filters. Each value is spread over a window of (kernel −
/// 1)·dilation + 1 pixels, and the windows lie a stride apart. The size is size · stride with <see cref="Pad.Same"/> and size · stride +
/// max(window − stride, 0) with <see cref="Pad.Valid"/>; with output padding it is (size − 1) · stride + window + output padding, less 2 ·
/// ⌊window / 2⌋ with <see cref="Pad.Same"/>. Parameters: kernel depth · kernel height · kernel width · C · filters, and filters biases.
/// Keras: <c>Conv3DTranspose</c>, <c>keras/layers/convolutional/conv3d_transpose.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv3DTransposeAttribute : Kernel3DAttribute
{
    private int? _outputPaddingHeight;
    private int? _outputPaddingWidth;

    /// <summary>A transposed convolution with a cubic kernel.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Depth, height and width of the kernel.</param>
    public Conv3DTransposeAttribute(int filters, int kernelSize) : this(filters, kernelSize, kernelSize, kernelSize)
    {
    }

    /// <summary>A transposed convolution with a kernel of any depth, height and width.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelDepth">Depth of the kernel.</param>
    /// <param name="kernelHeight">Height of the kernel.</param>
    /// <param name="kernelWidth">Width of the kernel.</param>
    public Conv3DTransposeAttribute(int filters, int kernelDepth, int kernelHeight, int kernelWidth) : base(kernelDepth, kernelHeight, kernelWidth)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>
    /// What the result gets at the end of each axis beyond the windows, unless <see cref="OutputPaddingHeight"/> and
    /// <see cref="OutputPaddingWidth"/> say others; at least 0 and less than the stride. Default: none, where the sizes are chosen as
    /// above.
    /// </summary>
    public int OutputPadding { get; set; }

    /// <summary>The same down. Default: <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight { get => _outputPaddingHeight ?? OutputPadding; set => _outputPaddingHeight = value; }

    /// <summary>The same across. Default: <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth { get => _outputPaddingWidth ?? OutputPadding; set => _outputPaddingWidth = value; }
}
