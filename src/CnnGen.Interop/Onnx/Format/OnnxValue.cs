namespace CnnGen.Interop.Onnx;

/// <summary>A tensor of the graph. In a file it is its name; its type and shape stand aside: ONNX's <c>ValueInfoProto</c>.</summary>
/// <param name="sizes">Its sizes; those behind the batch, where it has one.</param>
/// <param name="hasBatch">Whether its first axis is the batch.</param>
internal class OnnxValue(IReadOnlyList<int> sizes, bool hasBatch = true)
{
    /// <summary>What the first axis is called, as its size is not known.</summary>
    public const string Batch = "batch";

    private const int NameField = 1;
    private const int TypeField = 2;
    private const int TensorField = 1;
    private const int ElementField = 1;
    private const int ShapeField = 2;
    private const int DimensionField = 1;
    private const int SizeField = 1;
    private const int SymbolField = 2;

    /// <summary>Unique in the graph, once it is known what the value is.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its sizes behind the batch: channels, then the other axes.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>The axes behind the batch.</summary>
    public int Rank => sizes.Count;

    /// <summary>Its name, type and shape as they are written.</summary>
    public ProtoMessage Info()
    {
        var shape = new ProtoMessage();
        if (hasBatch)
        {
            shape.Add(DimensionField, new ProtoMessage().Add(SymbolField, Batch));
        }

        foreach (int size in sizes)
        {
            shape.Add(DimensionField, new ProtoMessage().Add(SizeField, size));
        }

        ProtoMessage tensor = new ProtoMessage().Add(ElementField, OnnxTensor.Float).Add(ShapeField, shape);
        return new ProtoMessage().Add(NameField, Name).Add(TypeField, new ProtoMessage().Add(TensorField, tensor));
    }
}
