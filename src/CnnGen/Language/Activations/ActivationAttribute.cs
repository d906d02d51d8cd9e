namespace CnnGen;

/// <summary>
/// An activation as a layer of its own; the shape stays, no parameters.
/// Keras: <c>Activation</c>, <c>keras/layers/core/activation.py</c>.
/// </summary>
/// <param name="function">The function.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute(Activation function) : LayerAttribute
{
    /// <summary>The function.</summary>
    public Activation Function { get; } = function;
}
