namespace CnnGen;

/// <summary>A layer whose kernel moves over H × W × C.</summary>
public abstract class Kernel2DAttribute : KernelLayerAttribute
{
    private int? _stridesWidth;
    private int? _dilationWidth;

    private protected Kernel2DAttribute(int kernelHeight, int kernelWidth)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>
    /// The step from one window to the next, down and, unless <see cref="StridesWidth"/> says another, across. Default 1.
    /// </summary>
    public int Strides { get; set; } = 1;

    /// <summary>The step across. Default: <see cref="Strides"/>.</summary>
    public int StridesWidth { get => _stridesWidth ?? Strides; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;

    /// <summary>
    /// The distance of the kernel's pixels, down and, unless <see cref="DilationWidth"/> says another, across. Default 1. Cannot go with
    /// strides above 1. Keras: <c>dilation_rate</c>.
    /// </summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance of the kernel's pixels across. Default: <see cref="Dilation"/>.</summary>
    public int DilationWidth { get => _dilationWidth ?? Dilation; set => _dilationWidth = value; }
}
