namespace CnnGen;

/// <summary>
/// The same values in another shape. No parameters. Between maps the values keep Keras's order; to and from a vector it is the
/// reverse of <see cref="FlattenAttribute"/>, whose order is PyTorch's. Keras: <c>Reshape</c>,
/// <c>keras/layers/reshaping/reshape.py</c>.
/// </summary>
/// <param name="targetShape">The dimensions without the batch. One of them may be -1: what is left over.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute(params int[] targetShape) : LayerAttribute
{
    /// <summary>The dimensions as written.</summary>
    public int[] TargetShape { get; } = targetShape;
}
