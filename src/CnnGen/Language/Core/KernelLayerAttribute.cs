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

    /// <summary>
    /// The number of the kernel's initializer: the value of <see cref="Initializer.Constant"/>; the gain of
    /// <see cref="Initializer.Orthogonal"/> and <see cref="Initializer.Identity"/>; the scale of <see cref="Initializer.VarianceScaling"/>;
    /// the standard deviation of <see cref="Initializer.RandomNormal"/> and <see cref="Initializer.TruncatedNormal"/>; the bound of
    /// <see cref="Initializer.RandomUniform"/>. Default: Keras's, 0, 1, 1, 0.05, 0.05.
    /// </summary>
    public double KernelInitializerValue { get; set; }

    /// <summary>What <see cref="Initializer.VarianceScaling"/> of the kernel divides its scale by. Default: fan in.</summary>
    public FanMode KernelInitializerMode { get; set; } = FanMode.FanIn;

    /// <summary>What <see cref="Initializer.VarianceScaling"/> of the kernel draws from. Default: the truncated normal distribution.</summary>
    public Distribution KernelInitializerDistribution { get; set; } = Distribution.TruncatedNormal;

    /// <summary>How the bias starts. Default: zeros.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The number of the bias's initializer, as <see cref="KernelInitializerValue"/> is that of the kernel's.</summary>
    public double BiasInitializerValue { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the kernel's absolute values, at least 0. Default 0.
    /// Keras: <c>kernel_regularizer=L1(…)</c>.
    /// </summary>
    public double KernelL1 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the kernel's squares, at least 0. Default 0. Keras: <c>kernel_regularizer=L2(…)</c>.
    /// </summary>
    public double KernelL2 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the biases' absolute values, at least 0. Default 0. Keras: <c>bias_regularizer=L1(…)</c>.
    /// </summary>
    public double BiasL1 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the biases' squares, at least 0. Default 0. Keras: <c>bias_regularizer=L2(…)</c>.
    /// </summary>
    public double BiasL2 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the absolute values that come out of the activation, for an example on average; at
    /// least 0. Default 0. Keras: <c>activity_regularizer=L1(…)</c>.
    /// </summary>
    public double ActivityL1 { get; set; }

    /// <summary>
    /// Added to the loss for each unit of the sum of the squares of what comes out of the activation, for an example on average; at least 0.
    /// Default 0. Keras: <c>activity_regularizer=L2(…)</c>.
    /// </summary>
    public double ActivityL2 { get; set; }

    /// <summary>What the kernel is held to after each step of training. Default: nothing.</summary>
    public Constraint KernelConstraint { get; set; } = Constraint.None;

    /// <summary>
    /// The axes that the kernel's norms are taken over, in Keras's order: those of the window, what goes in, what comes out. Default 0, Keras's:
    /// all that goes into a unit of a dense layer; of a convolution <c>new[] { 0, 1, 2 }</c> is what a filter sees. Keras: <c>axis</c>.
    /// </summary>
    public int[] KernelConstraintAxes { get; set; } = [0];

    /// <summary>What the bias is held to after each step of training. Default: nothing.</summary>
    public Constraint BiasConstraint { get; set; } = Constraint.None;

    /// <summary>The largest norm that <see cref="Constraint.MaxNorm"/> leaves, at least 0. Default 2. Keras: <c>max_value</c>.</summary>
    public double MaxNorm { get; set; } = 2;
}
