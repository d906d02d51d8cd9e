namespace CnnGen;

/// <summary>
/// max(x, 0); the shape stays, no parameters.
/// Keras: <c>ReLU</c>, <c>keras/layers/activation/relu.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLUAttribute : LayerAttribute;
