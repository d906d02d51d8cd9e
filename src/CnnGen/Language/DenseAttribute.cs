namespace CnnGen;

/// <summary>
/// Every unit sees every input: the last axis becomes <paramref name="units"/>, other axes stay.
/// Parameters: inputs · units, and units biases. Keras: <c>Dense</c>, <c>keras/layers/core/dense.py</c>.
/// </summary>
/// <param name="units">Outputs.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>Outputs.</summary>
    public int Units { get; } = units;

    /// <summary>Applied to the result. Default: none.</summary>
    public Activation Activation { get; set; } = Activation.Linear;

    /// <summary>Whether each unit adds a bias, which starts at zero. Default: yes.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel starts. Default: Glorot uniform.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>A claim that the compiler checks: how many inputs come in. Needed nowhere, since the number is known.</summary>
    public int InputFeatures { get; set; }
}
