namespace CnnGen;

/// <summary>
/// x·Φ(x) with the normal distribution's Φ, exact; the shape stays, no parameters.
/// Keras: <c>Activation("gelu")</c>, <c>keras/activations.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GELUAttribute : LayerAttribute;
