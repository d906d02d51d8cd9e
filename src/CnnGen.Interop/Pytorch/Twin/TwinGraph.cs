namespace CnnGen.Interop;

/// <summary>A network with the shapes of its values, the variables that hold them, and its modules.</summary>
internal sealed class TwinGraph
{
    private readonly List<TwinShape> _shapes;
    private readonly string[] _variables;
    private readonly List<int>[] _readers;

    public TwinGraph(ModelSummary model)
    {
        Graph = NetworkGraph.Of(model);
        _shapes = [.. Graph.Inputs.Select(static input => new TwinShape(input.Shape, input.Format))];
        _shapes.AddRange(Graph.Calls.Select(static call => new TwinShape(call.Layer.OutputShape, call.Format)));
        _readers = ReadersOf(Graph);
        _variables = Name();
        Modules = new TwinModules(Graph.Calls.DistinctBy(static call => call.Module).SelectMany(ModulesOf));
    }

    public NetworkGraph Graph { get; }

    public TwinModules Modules { get; }

    /// <summary>The variables of the inputs.</summary>
    public IReadOnlyList<string> Inputs => _variables[..Graph.Inputs.Count];

    /// <summary>The outputs: for each its variable, its shape, and the softmax or sigmoid that is left to who asks for it.</summary>
    public IReadOnlyList<TwinOutput> Outputs => [.. Graph.Outputs.Select(value => new TwinOutput(_variables[value], _shapes[value], Left(value)))];

    /// <summary>The softmax or sigmoid that an output ends in.</summary>
    public string? Ending(int output) => Graph.Outputs[output] is var value && value >= Graph.Inputs.Count
        ? ActivationTwins.Ending(Graph.Calls[value - Graph.Inputs.Count], _shapes[value])
        : null;

    /// <summary>The lines of a forward pass up to the outputs.</summary>
    public IEnumerable<string> Forward() => Graph.Calls.SelectMany((call, i) =>
    {
        int value = Graph.Inputs.Count + i;
        var twin = new TwinCall(call, [.. call.Inputs.Select(input => _shapes[input])], _shapes[value], [.. call.Inputs.Select(input => _variables[input])], _variables[value], path => Modules.At(path))
        {
            LeavesActivation = Left(value) is not null,
        };
        TwinLayers.Of(call).Forward(twin);
        twin.Keep();
        return twin.Lines;
    });

    // Scores are what the loss wants, unless a layer reads the probabilities too.
    private string? Left(int value) => value >= Graph.Inputs.Count && _readers[value].Count == 0 && Graph.Outputs.Count(output => output == value) == 1
        ? ActivationTwins.Ending(Graph.Calls[value - Graph.Inputs.Count], _shapes[value])
        : null;

    private IEnumerable<TwinModule> ModulesOf(LayerCall call)
    {
        TwinShape output = _shapes[Graph.Inputs.Count + Graph.Calls.ToList().IndexOf(call)];
        foreach (TwinModule module in TwinLayers.Of(call).Modules(call, _shapes[call.Inputs[0]], output))
        {
            yield return call.Layer.Trainable ? module : module with { Start = [.. module.Start, $"{TwinModule.Self}.requires_grad_(False)"] };
        }
    }

    private static List<int>[] ReadersOf(NetworkGraph graph)
    {
        List<int>[] readers = [.. Enumerable.Range(0, graph.Inputs.Count + graph.Calls.Count).Select(static _ => new List<int>())];
        for (int i = 0; i < graph.Calls.Count; i++)
        {
            foreach (int input in graph.Calls[i].Inputs)
            {
                readers[input].Add(i);
            }
        }

        return readers;
    }

    // What only the next call reads is called x, as is the last output; what is read later has a name of its own.
    private string[] Name()
    {
        var taken = new HashSet<string> { "x" };
        return [.. Enumerable.Range(0, _readers.Length).Select(value => IsPassedOn(value) ? "x" : Free(value < Graph.Inputs.Count
            ? Graph.Inputs.Count == 1 ? "inputs" : Graph.Inputs[value].Name
            : Graph.Calls[value - Graph.Inputs.Count].Path + (Graph.Calls[value - Graph.Inputs.Count].Call is > 0 and var call ? $"_again_{call}" : "")))];

        string Free(string name)
        {
            string variable = PythonNames.Variable(name);
            string free = variable;
            for (int number = 1; !taken.Add(free); number++)
            {
                free = $"{variable}_{number}";
            }

            return free;
        }
    }

    private bool IsPassedOn(int value)
    {
        int next = value - Graph.Inputs.Count + 1;
        bool isOutput = Graph.Outputs.Contains(value);
        return value < Graph.Inputs.Count
            ? Graph.Inputs.Count == 1 && !isOutput && _readers[value].TrueForAll(static call => call == 0)
            : isOutput ? Graph.Outputs.Count == 1 && _readers[value].Count == 0 && next == Graph.Calls.Count
            : _readers[value].TrueForAll(call => call == next);
    }
}

/// <summary>What the network gives.</summary>
/// <param name="Variable">The variable that holds it, as scores where something is left.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Left">The softmax or sigmoid that makes it of the scores.</param>
internal sealed record TwinOutput(string Variable, TwinShape Shape, string? Left);
