namespace CnnGen;

/// <summary>
/// Every unit sees every input: the last axis becomes <paramref name="units"/>, other axes stay.
/// Parameters: inputs · units, and units biases. Keras: <c>Dense</c>, <c>keras/layers/core/dense.py</c>.
/// </summary>
/// <param name="units">Outputs.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : KernelLayerAttribute
{
    /// <summary>Outputs.</summary>
    public int Units { get; } = units;

    /// <summary>A claim that the compiler checks: how many inputs come in. Needed nowhere, since the number is known.</summary>
    public int InputFeatures { get; set; }
}
