namespace CnnGen;

/// <summary>
/// A claim that the compiler checks: the shape at this point, between the layer above and the layer below. It is no layer.
/// <c>[Expect(22, 22, 32)]</c> stands after an image, <c>[Expect(15488)]</c> after a vector.
/// </summary>
/// <param name="shape">The dimensions without the batch, in the order of the model's <see cref="InputAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ExpectAttribute(params int[] shape) : Attribute
{
    /// <summary>The dimensions as written.</summary>
    public int[] Shape { get; } = shape;
}
