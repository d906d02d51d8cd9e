namespace CnnGen.Interop.Onnx;

/// <summary>A call of a layer on its way to ONNX: what it reads, what is known of it, and the operators that it is made of so far.</summary>
internal sealed class OnnxLayer(OnnxGraph graph, LayerCall call, IReadOnlyList<OnnxValue> inputs, int firstRank)
{
    private readonly List<OnnxNode> _nodes = [];

    /// <summary>What is known of the layer.</summary>
    public LayerCall Call => call;

    /// <summary>What it reads.</summary>
    public IReadOnlyList<OnnxValue> Inputs => inputs;

    /// <summary>What it reads, or the first of it.</summary>
    public OnnxValue Input => inputs[0];

    /// <summary>Its operators.</summary>
    public IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>One number of a setting.</summary>
    public double Number(string setting, double usual) => call.Numbers(setting) is [var number, ..] ? number : usual;

    /// <summary>A number for each axis.</summary>
    public long[] Numbers(string setting, int count, long usual) =>
        call.Numbers(setting)?.Select(static number => (long)number).ToArray() ?? [.. Enumerable.Repeat(usual, count)];

    /// <summary>The places, in the input's shape as it is written, of the axes of a setting.</summary>
    /// <param name="setting">The setting, which is left out for the usual axis.</param>
    /// <param name="usual">The usual place.</param>
    /// <exception cref="CnnGenException">A shared layer works on other axes in each of its calls.</exception>
    public IReadOnlyList<int> Places(string setting, int usual)
    {
        if (firstRank != Input.Rank && (call.Numbers(setting) ?? call.Argument(setting)?.Numbers) is not null)
        {
            throw new CnnGenException(
                $"{call.Path} reads shapes of {firstRank} and of {Input.Rank} axes, and names an axis: that cannot be written as ONNX. Give each of the shapes a layer of its own.");
        }

        return call.Numbers(setting)?.Select(static axis => (int)axis - 1).ToArray() ?? [usual];
    }

    /// <summary>The tensor's axis at a place of the input's written shape.</summary>
    public int TensorAxis(int place) => AxisOrder.TensorAxis(place, Input.Rank, call.Format);

    /// <summary>The place of the last axis as it is written.</summary>
    public int LastPlace => Input.Rank - 1;

    /// <summary>The place of the channels.</summary>
    public int ChannelPlace => AxisOrder.ChannelPlace(Input.Rank, call.Format);

    /// <summary>An operator that works on several tensors.</summary>
    /// <param name="operator">ONNX's name of it.</param>
    /// <param name="sizes">The sizes of what comes out, behind the batch.</param>
    /// <param name="read">What it reads.</param>
    /// <param name="attributes">Its settings.</param>
    public OnnxValue Add(string @operator, IReadOnlyList<int> sizes, IReadOnlyList<OnnxValue?> read, params OnnxAttribute[] attributes) =>
        Add(new OnnxNode(@operator, read, new OnnxValue(sizes), attributes));

    /// <summary>An operator that keeps the shape.</summary>
    public OnnxValue Keep(string @operator, OnnxValue value, params OnnxAttribute[] attributes) => Add(@operator, value.Sizes, [value], attributes);

    /// <summary>An operator on a value and another that fits it, such as a number.</summary>
    public OnnxValue Keep(string @operator, OnnxValue value, OnnxValue other) => Add(@operator, value.Sizes, [value, other]);

    /// <summary>A weight transposed, as it is the same for all of a batch.</summary>
    public OnnxValue Transposed(OnnxTensor matrix) =>
        Add(new OnnxNode("Transpose", [matrix], new OnnxValue([.. matrix.Sizes.Reverse()], hasBatch: false), [new OnnxAttribute("perm", [1L, 0])]));

    /// <summary>The axes behind the batch in another order; no operator where it is the same.</summary>
    public OnnxValue Permute(OnnxValue value, IReadOnlyList<int> order) => order.SequenceEqual(Enumerable.Range(1, value.Rank))
        ? value
        : Add("Transpose", [.. order.Select(axis => value.Sizes[axis - 1])], [value], new OnnxAttribute("perm", order.Select(static axis => (long)axis).Prepend(0)));

    /// <summary>The axes back from another order.</summary>
    public OnnxValue PermuteBack(OnnxValue value, IReadOnlyList<int> order) =>
        Permute(value, [.. Enumerable.Range(1, order.Count).OrderBy(axis => order[axis - 1])]);

    /// <summary>The same values in another shape; no operator where it is the same.</summary>
    public OnnxValue Reshape(OnnxValue value, IReadOnlyList<int> sizes)
    {
        // 0 is the batch as it comes.
        return sizes.SequenceEqual(value.Sizes)
            ? value
            : Add("Reshape", sizes, [value, Integers("shape", [0, .. sizes.Select(static size => (long)size)])]);
    }

    /// <summary>A weight of the layer's only module.</summary>
    public OnnxTensor Weight(string name, IReadOnlyList<int>? sizes = null) => WeightOf(call.Module, name, sizes);

    /// <summary>A weight of the layer's only module, if it has it.</summary>
    public OnnxTensor? WeightOrNone(string name) => graph.Weight($"{call.Module}.{name}", null);

    /// <summary>A weight of one of the layer's modules.</summary>
    public OnnxTensor WeightOf(string module, string name, IReadOnlyList<int>? sizes = null) => graph.Weight($"{module}.{name}", sizes)
        ?? throw new CnnGenException($"{call.Path} cannot be written as ONNX: the network has no weight {module}.{name}.");

    /// <summary>A weight of one of the layer's modules, if that has it.</summary>
    public OnnxTensor? WeightOrNone(string module, string name) => graph.Weight($"{module}.{name}", null);

    /// <summary>Fixed numbers.</summary>
    public OnnxTensor Constants(string name, IReadOnlyList<int> sizes, float[] values) => graph.Constant($"{call.Path}/{name}", sizes, values);

    /// <summary>A fixed number.</summary>
    public OnnxTensor Constant(string name, double value) => Constants(name, [], [(float)value]);

    /// <summary>Fixed whole numbers in a row.</summary>
    public OnnxTensor Integers(string name, long[] values) => graph.Constant($"{call.Path}/{name}", [values.Length], values);

    private OnnxValue Add(OnnxNode node)
    {
        _nodes.Add(node);
        return node.Output;
    }
}
