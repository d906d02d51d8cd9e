namespace CnnGen.Interop.Onnx;

/// <summary>A network made of ONNX's operators.</summary>
internal sealed class OnnxGraph
{
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, Weight> _weights;
    private readonly Dictionary<string, OnnxTensor> _used = [];
    private readonly List<OnnxTensor> _tensors = [];
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxValue> _outputs = [];

    private OnnxGraph(NetworkGraph network, IEnumerable<Weight> weights)
    {
        (Name, _weights) = (network.Name, weights.ToDictionary(static weight => weight.Name));
        Inputs = [.. network.Inputs.Select(input => new OnnxValue(AxisOrder.TensorSizes(input.Shape, input.Format)) { Name = Free(input.Name) })];
    }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>What goes in.</summary>
    public IReadOnlyList<OnnxValue> Inputs { get; }

    /// <summary>What comes out.</summary>
    public IReadOnlyList<OnnxValue> Outputs => _outputs;

    /// <summary>The operators, in an order in which each reads only what is there already.</summary>
    public IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>Weights and other fixed numbers.</summary>
    public IReadOnlyList<OnnxTensor> Tensors => _tensors;

    /// <summary>A network with its weights as they are now.</summary>
    /// <exception cref="CnnGenException">A layer has no form in ONNX.</exception>
    public static OnnxGraph Of(INetwork network)
    {
        NetworkGraph source = NetworkGraph.Of(network.Architecture);
        var graph = new OnnxGraph(source, network.GetWeights());
        List<OnnxValue> values = [.. graph.Inputs];
        var ranks = new Dictionary<LayerSummary, int>(ReferenceEqualityComparer.Instance);
        foreach (LayerCall call in source.Calls)
        {
            OnnxValue[] inputs = [.. call.Inputs.Select(input => values[input])];
            ranks.TryAdd(call.Layer, inputs[0].Rank);
            values.Add(graph.Add(new OnnxLayer(graph, call, inputs, ranks[call.Layer])));
        }

        foreach (int output in source.Outputs)
        {
            string name = output < graph.Inputs.Count ? graph.Inputs[output].Name : source.Calls[output - graph.Inputs.Count].Path;
            graph.AddOutput(values[output], name);
        }

        return graph;
    }

    /// <summary>A weight of the network; <see langword="null"/> if it has none of that name.</summary>
    /// <param name="name">Its name in <c>state_dict</c>.</param>
    /// <param name="sizes">Other sizes than its own, for as many values.</param>
    public OnnxTensor? Weight(string name, IReadOnlyList<int>? sizes)
    {
        if (!_weights.TryGetValue(name, out Weight? weight))
        {
            return null;
        }

        // A shared layer's weights are in the file once.
        sizes ??= [.. weight.Shape.Select(static size => checked((int)size))];
        string key = $"{name} {string.Join(' ', sizes)}";
        return _used.TryGetValue(key, out OnnxTensor? known) ? known : _used[key] = Constant(name, sizes, weight.Values);
    }

    /// <summary>Numbers that are no weights.</summary>
    /// <param name="name">What they are called, if nothing else is called so.</param>
    /// <param name="sizes">Their dimensions.</param>
    /// <param name="values">A <c>float[]</c> or a <c>long[]</c>.</param>
    public OnnxTensor Constant(string name, IReadOnlyList<int> sizes, Array values)
    {
        var tensor = new OnnxTensor(sizes, values) { Name = Free(name) };
        _tensors.Add(tensor);
        return tensor;
    }

    // The last operator of a layer has the layer's name; those before it say what they are.
    private OnnxValue Add(OnnxLayer layer)
    {
        OnnxValue result = OnnxLayers.Convert(layer);
        foreach (OnnxNode node in layer.Nodes)
        {
            node.Output.Name = Free(node.Output == result ? layer.Call.Path : $"{layer.Call.Path}/{node.Operator}");
        }

        _nodes.AddRange(layer.Nodes);
        return result;
    }

    // What comes out has the name of its layer, and is nothing that goes in or comes out already.
    private void AddOutput(OnnxValue value, string name)
    {
        if (value.Name != name || Inputs.Contains(value) || _outputs.Contains(value))
        {
            var copy = new OnnxValue(value.Sizes) { Name = Free(name) };
            _nodes.Add(new OnnxNode("Identity", [value], copy, []));
            value = copy;
        }

        _outputs.Add(value);
    }

    // The second call of a layer is called like in the summary: conv2d[1].
    private string Free(string name)
    {
        string free = name;
        for (int i = 1; !_names.Add(free); i++)
        {
            free = FormattableString.Invariant($"{name}[{i}]");
        }

        return free;
    }
}
