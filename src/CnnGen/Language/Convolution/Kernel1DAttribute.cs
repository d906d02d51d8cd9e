namespace CnnGen;

/// <summary>A layer whose kernel moves over steps × C.</summary>
public abstract class Kernel1DAttribute : KernelLayerAttribute
{
    private protected Kernel1DAttribute(int kernelSize) => KernelSize = kernelSize;

    /// <summary>Steps of the kernel.</summary>
    public int KernelSize { get; }

    /// <summary>The step from one window to the next. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;

    /// <summary>The distance of the kernel's steps. Default 1. Cannot go with strides above 1. Keras: <c>dilation_rate</c>.</summary>
    public int Dilation { get; set; } = 1;
}
