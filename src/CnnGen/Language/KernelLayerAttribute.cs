namespace CnnGen;

/// <summary>A layer with a kernel: a convolution, or a fully connected layer.</summary>
public abstract class KernelLayerAttribute : LayerAttribute
{
    /// <summary>Applied to the result. Default: none.</summary>
    public Activation Activation { get; set; } = Activation.Linear;

    /// <summary>Whether each output channel adds a bias. Default: yes.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel starts. Default: Glorot uniform.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the bias starts. Default: zeros.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>
    /// Added to the loss for each unit of the sum of the kernel's absolute values, at least 0. Default 0.
    /// Keras: <c>kernel_regularizer=L1(…)</c>.
    /// </summary>
    public double KernelL1 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the kernel's squares, at least 0. Default 0. Keras: <c>kernel_regularizer=L2(…)</c>.
    /// </summary>
    public double KernelL2 { get; set; }
}
