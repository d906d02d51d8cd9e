namespace CnnGen;

/// <summary>
/// 1 / (1 + e⁻ˣ); the shape stays, no parameters.
/// Keras: <c>Activation("sigmoid")</c>, <c>keras/activations.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SigmoidAttribute : LayerAttribute;
