namespace CnnGen.Interop;

/// <summary>
/// A network as formats see it: calls of layers in an order in which each reads only what is there already. Models within the model are
/// taken apart.
/// </summary>
internal sealed class NetworkGraph
{
    private readonly List<LayerCall> _calls = [];

    private NetworkGraph(ModelSummary model, NetworkEnds ends) => (Name, Inputs) = (model.Name, ends.Inputs);

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>What goes in; these are the first values.</summary>
    public IReadOnlyList<NetworkInput> Inputs { get; }

    /// <summary>The calls; the value that a call gives has its place behind the inputs.</summary>
    public IReadOnlyList<LayerCall> Calls => _calls;

    /// <summary>The values that come out.</summary>
    public IReadOnlyList<int> Outputs { get; private set; } = [];

    /// <summary>The network that a summary describes.</summary>
    /// <exception cref="CnnGenException">The summary does not say how the layers are connected: it was not written by the generator.</exception>
    public static NetworkGraph Of(ModelSummary model)
    {
        ArgumentNullException.ThrowIfNull(model);
        NetworkEnds ends = model.Ends ?? throw new CnnGenException($"The summary of {model.Name} does not say what goes in and out. Take the Architecture of a class that the generator wrote.");
        var graph = new NetworkGraph(model, ends);
        var level = new Level(graph, model.Layers, ends, [.. Enumerable.Range(0, ends.Inputs.Count)], "", "");
        graph.Outputs = [.. ends.Outputs.Select(level.ValueOf)];
        return graph;
    }

    private int Add(LayerCall call)
    {
        _calls.Add(call);
        return Inputs.Count + _calls.Count - 1;
    }

    private DataFormat FormatOf(int value) => value < Inputs.Count ? Inputs[value].Format : _calls[value - Inputs.Count].Format;

    // The layers of the network itself, or of one call of a model within it.
    private sealed class Level
    {
        private readonly NetworkGraph _graph;
        private readonly string _path;
        private readonly string _module;
        private readonly Dictionary<string, LayerSummary> _layers;
        private readonly Dictionary<LayerConnection, int> _values = [];
        private readonly HashSet<string> _modules;
        private readonly Dictionary<(string Layer, string Part), string> _parts = [];
        private readonly int _input;

        public Level(NetworkGraph graph, IReadOnlyList<LayerSummary> layers, NetworkEnds ends, IReadOnlyList<int> inputs, string path, string module)
        {
            (_graph, _path, _module, _input) = (graph, path, module, inputs[0]);
            _layers = layers.ToDictionary(static layer => layer.Name);
            _modules = [.. _layers.Keys];
            for (int i = 0; i < ends.Inputs.Count; i++)
            {
                _values[new LayerConnection(ends.Inputs[i].Name)] = inputs[i];
            }

            // The parts of a layer have names that no other layer has; they are given in the order of the rows.
            foreach (LayerSummary layer in layers)
            {
                foreach (string part in PartsOf(layer.ClassName))
                {
                    _parts[(layer.Name, part)] = Free($"{layer.Name}_{part}");
                }
            }
        }

        public int ValueOf(LayerConnection source)
        {
            if (_values.TryGetValue(source, out int known))
            {
                return known;
            }

            LayerSummary layer = _layers[source.Layer];
            int[] inputs = layer.Connections.Count == 0 ? [_input]
                : IsMerge(layer) ? [.. layer.Connections.Select(ValueOf)]
                : [ValueOf(layer.Connections[source.Call])];
            return _values[source] = layer.Ends is { } ends ? Inner(layer, ends, inputs, source.Output) : _graph.Add(Call(layer, source.Call, inputs));
        }

        private static string[] PartsOf(string className) => className.StartsWith("Separable", StringComparison.Ordinal) ? ["depthwise", "pointwise"] : [];

        private string Free(string name)
        {
            while (!_modules.Add(name))
            {
                name += "_";
            }

            return name;
        }

        private int Inner(LayerSummary layer, NetworkEnds ends, int[] inputs, int output) =>
            new Level(_graph, layer.Layers, ends, inputs, $"{_path}{layer.Name}/", $"{_module}{layer.Name}.").ValueOf(ends.Outputs[output]);

        private LayerCall Call(LayerSummary layer, int call, int[] inputs) => new()
        {
            Layer = layer,
            Path = _path + layer.Name,
            Call = call,
            Inputs = inputs,
            Format = _graph.FormatOf(inputs[0]),
            Module = _module + layer.Name,
            ModuleOf = part => _module + _parts[(layer.Name, part)],
        };

        // A layer that reads several values is called once; any other as often as it reads one.
        private static bool IsMerge(LayerSummary layer) =>
            layer.ClassName is "Add" or "Average" or "Concatenate" or "Dot" or "Maximum" or "Minimum" or "Multiply" or "Subtract";
    }
}
