namespace CnnGen.Interop.Onnx;

/// <summary>An attribute of a node: ONNX's <c>AttributeProto</c>.</summary>
internal sealed class OnnxAttribute
{
    private const int NameField = 1;
    private const int FloatField = 2;
    private const int IntegerField = 3;
    private const int TextField = 4;
    private const int IntegersField = 8;
    private const int TypeField = 20;

    private const long FloatType = 1;
    private const long IntegerType = 2;
    private const long TextType = 3;
    private const long IntegersType = 7;

    /// <summary>A whole number.</summary>
    public OnnxAttribute(string name, long value) => Message = Named(name).Add(IntegerField, value).Add(TypeField, IntegerType);

    /// <summary>A number.</summary>
    public OnnxAttribute(string name, double value) => Message = Named(name).Add(FloatField, (float)value).Add(TypeField, FloatType);

    /// <summary>A word.</summary>
    public OnnxAttribute(string name, string value) => Message = Named(name).Add(TextField, value).Add(TypeField, TextType);

    /// <summary>Whole numbers.</summary>
    public OnnxAttribute(string name, IEnumerable<long> values) =>
        Message = Named(name).Add(IntegersField, values.ToArray() as IReadOnlyList<long>).Add(TypeField, IntegersType);

    /// <summary>The attribute as it is written.</summary>
    public ProtoMessage Message { get; }

    private static ProtoMessage Named(string name) => new ProtoMessage().Add(NameField, name);
}
