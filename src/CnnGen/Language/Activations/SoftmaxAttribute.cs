namespace CnnGen;

/// <summary>
/// eˣ over the sum of eˣ along one axis; the shape stays, no parameters.
/// Keras: <c>Softmax</c>, <c>keras/layers/activation/softmax.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute
{
    /// <summary>The axis, counted with the batch: 1 is the first of the shape, -1 the last. Default -1, Keras's.</summary>
    public int Axis { get; set; } = -1;
}
