namespace CnnGen;

/// <summary>A layer whose kernel moves over D × H × W × C.</summary>
public abstract class Kernel3DAttribute : KernelLayerAttribute
{
    private int? _stridesHeight;
    private int? _stridesWidth;
    private int? _dilationHeight;
    private int? _dilationWidth;

    private protected Kernel3DAttribute(int kernelDepth, int kernelHeight, int kernelWidth)
    {
        KernelDepth = kernelDepth;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Depth of the kernel.</summary>
    public int KernelDepth { get; }

    /// <summary>Height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>
    /// The step from one window to the next, in depth and, unless <see cref="StridesHeight"/> and <see cref="StridesWidth"/> say others,
    /// down and across. Default 1.
    /// </summary>
    public int Strides { get; set; } = 1;

    /// <summary>The step down. Default: <see cref="Strides"/>.</summary>
    public int StridesHeight { get => _stridesHeight ?? Strides; set => _stridesHeight = value; }

    /// <summary>The step across. Default: <see cref="Strides"/>.</summary>
    public int StridesWidth { get => _stridesWidth ?? Strides; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;

    /// <summary>
    /// The distance of the kernel's pixels, in depth and, unless <see cref="DilationHeight"/> and <see cref="DilationWidth"/> say others,
    /// down and across. Default 1. Cannot go with strides above 1. Keras: <c>dilation_rate</c>.
    /// </summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance of the kernel's pixels down. Default: <see cref="Dilation"/>.</summary>
    public int DilationHeight { get => _dilationHeight ?? Dilation; set => _dilationHeight = value; }

    /// <summary>The distance of the kernel's pixels across. Default: <see cref="Dilation"/>.</summary>
    public int DilationWidth { get => _dilationWidth ?? Dilation; set => _dilationWidth = value; }
}
