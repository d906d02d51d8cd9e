using System.Reflection;

namespace CnnGen.Interop.Onnx;

/// <summary>A whole file: ONNX's <c>ModelProto</c> with its <c>GraphProto</c>.</summary>
internal static class OnnxModel
{
    // The operators are those of this version, which ONNX Runtime 1.12 and all newer ones know.
    private const long OperatorSet = 17;

    // That of ONNX 1.10 to 1.12; readers refuse numbers above those that they know.
    private const long FormatVersion = 8;

    // What Protocol Buffers can count.
    private const long Largest = int.MaxValue;

    private const string Description = "Maps go in and come out as batch × channels × height × width, whatever order the declaration writes them in.";

    /// <summary>Writes a graph.</summary>
    /// <exception cref="CnnGenException">It is larger than such files can be.</exception>
    public static void Write(OnnxGraph graph, Stream stream)
    {
        ProtoMessage model = Model(graph);
        if (model.Size > Largest)
        {
            throw new CnnGenException(FormattableString.Invariant(
                $"{graph.Name} takes {model.Size / 1e9:0.0} GB as ONNX, but such a file holds at most 2.1 GB: save its weights with WeightFile.Save instead."));
        }

        using var output = new ProtoOutput(stream);
        model.Write(output);
    }

    private static ProtoMessage Model(OnnxGraph graph)
    {
        const int FormatField = 1, ProducerField = 2, ProducerVersionField = 3, DescriptionField = 6, GraphField = 7, OperatorsField = 8, VersionField = 2;
        return new ProtoMessage()
            .Add(FormatField, FormatVersion)
            .Add(ProducerField, "CnnGen")
            .Add(ProducerVersionField, Version())
            .Add(DescriptionField, Description)
            .Add(GraphField, Graph(graph))
            .Add(OperatorsField, new ProtoMessage().Add(VersionField, OperatorSet));
    }

    private static ProtoMessage Graph(OnnxGraph graph)
    {
        const int NodeField = 1, NameField = 2, TensorField = 5, InputField = 11, OutputField = 12, ValueField = 13;
        var message = new ProtoMessage();
        Add(NodeField, graph.Nodes.Select(static node => node.Message()));
        message.Add(NameField, graph.Name);
        Add(TensorField, graph.Tensors.Select(static tensor => tensor.Message()));
        Add(InputField, graph.Inputs.Select(static input => input.Info()));
        Add(OutputField, graph.Outputs.Select(static output => output.Info()));
        Add(ValueField, graph.Nodes.Select(static node => node.Output).Except(graph.Outputs).Select(static value => value.Info()));
        return message;

        void Add(int field, IEnumerable<ProtoMessage> parts)
        {
            foreach (ProtoMessage part in parts)
            {
                message.Add(field, part);
            }
        }
    }

    private static string Version() =>
        typeof(OnnxModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
