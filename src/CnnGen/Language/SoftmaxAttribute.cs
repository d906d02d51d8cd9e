namespace CnnGen;

/// <summary>
/// eˣ over the sum of eˣ along the last axis; the shape stays, no parameters.
/// Keras: <c>Softmax</c>, <c>keras/layers/activation/softmax.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute;
