namespace CnnGen.Interop.Onnx;

/// <summary>An operator at work: ONNX's <c>NodeProto</c>. It has the name of what it gives.</summary>
/// <param name="Operator">ONNX's name of it: <c>Conv</c>.</param>
/// <param name="Inputs">What it reads; <see langword="null"/> for an input that is left out.</param>
/// <param name="Output">What it gives.</param>
/// <param name="Attributes">Its settings.</param>
internal sealed record OnnxNode(string Operator, IReadOnlyList<OnnxValue?> Inputs, OnnxValue Output, IReadOnlyList<OnnxAttribute> Attributes)
{
    private const int InputField = 1;
    private const int OutputField = 2;
    private const int NameField = 3;
    private const int OperatorField = 4;
    private const int AttributeField = 5;

    /// <summary>The node as it is written.</summary>
    public ProtoMessage Message()
    {
        var message = new ProtoMessage();
        foreach (OnnxValue? input in Inputs)
        {
            message.Add(InputField, input?.Name ?? "");
        }

        message.Add(OutputField, Output.Name).Add(NameField, Output.Name).Add(OperatorField, Operator);
        foreach (OnnxAttribute attribute in Attributes)
        {
            message.Add(AttributeField, attribute.Message);
        }

        return message;
    }
}
