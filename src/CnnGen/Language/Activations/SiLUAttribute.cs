namespace CnnGen;

/// <summary>
/// x·sigmoid(x), also called swish; the shape stays, no parameters.
/// Keras: <c>Activation("swish")</c>, <c>keras/activations.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiLUAttribute : LayerAttribute;
