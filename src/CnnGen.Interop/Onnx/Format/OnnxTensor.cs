namespace CnnGen.Interop.Onnx;

/// <summary>A tensor whose values are in the file, weights among them: ONNX's <c>TensorProto</c>.</summary>
/// <param name="sizes">Its dimensions; none for one number.</param>
/// <param name="values">Its values in row-major order: a <c>float[]</c> or a <c>long[]</c>.</param>
internal sealed class OnnxTensor(IReadOnlyList<int> sizes, Array values) : OnnxValue(sizes, hasBatch: false)
{
    /// <summary>ONNX's number for float32.</summary>
    public const long Float = 1;

    private const long Integer = 7;

    private const int DimensionsField = 1;
    private const int TypeField = 2;
    private const int NameField = 8;
    private const int BytesField = 9;

    /// <summary>Its values.</summary>
    public Array Values => values;

    /// <summary>The tensor as it is written.</summary>
    public ProtoMessage Message() => new ProtoMessage()
        .Add(DimensionsField, [.. Sizes.Select(static size => (long)size)])
        .Add(TypeField, values is float[] ? Float : Integer)
        .Add(NameField, Name)
        .Add(BytesField, values);
}
