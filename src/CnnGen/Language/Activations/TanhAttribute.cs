namespace CnnGen;

/// <summary>
/// The hyperbolic tangent; the shape stays, no parameters.
/// Keras: <c>Activation("tanh")</c>, <c>keras/activations.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TanhAttribute : LayerAttribute;
