using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Network.Keras;

/// <summary>The rows of a network's summary in Keras's order: one for each layer, however often it is used.</summary>
internal static class SummaryRows
{
    public static IReadOnlyList<SummaryRow> Of(ModelGraph graph)
    {
        int inputs = graph.Inputs.Count;
        int[] layers = LayersOf(graph);
        IReadOnlyList<int>[] sources = Enumerable.Repeat<IReadOnlyList<int>>([], inputs)
            .Concat(graph.Nodes.Select(static node => (IReadOnlyList<int>)node.Inputs))
            .ToArray();
        IEnumerable<int> order = graph.IsSequential
            ? layers.Skip(inputs)
            : KerasOrder.Sort(sources, graph.Outputs, layers).Layers;
        ILookup<int, int> calls = CallsOf(layers);
        return order.Select(layer => layer < inputs ? Row(graph.Inputs[layer]) : Row(graph, layers, calls, layer)).ToList();
    }

    /// <summary>The calls that give the network's outputs.</summary>
    public static IReadOnlyList<SummaryConnection> Outputs(ModelGraph graph)
    {
        int[] layers = LayersOf(graph);
        ILookup<int, int> calls = CallsOf(layers);
        return graph.Outputs.Select(value => Connection(graph, layers, calls, value)).ToList();
    }

    // For each value the one whose layer gives it.
    private static int[] LayersOf(ModelGraph graph)
    {
        int inputs = graph.Inputs.Count;
        return Enumerable.Range(0, inputs).Concat(graph.Nodes.Select((node, i) => inputs + (node.Original ?? i))).ToArray();
    }

    private static ILookup<int, int> CallsOf(int[] layers) => Enumerable.Range(0, layers.Length).ToLookup(value => layers[value]);

    private static SummaryRow Row(InputNode input) => new()
    {
        Name = input.KerasName,
        ClassName = "InputLayer",
        Output = input.Shape,
        ReceptiveField = 1,
    };

    private static SummaryRow Row(ModelGraph graph, int[] layers, ILookup<int, int> callsOf, int layer)
    {
        List<Node> calls = callsOf[layer].Select(value => graph.NodeOf(value)!).ToList();
        Node first = calls[0];
        Node last = calls[calls.Count - 1];
        return new SummaryRow
        {
            Name = first.Name,
            ClassName = first.Layer.ClassName,
            Output = last.Output,
            ShapeVaries = calls.Exists(call => call.Output != last.Output),
            Parameters = first.Parameters,
            TrainableParameters = first.TrainableParameters,
            MultiplyAdds = calls.Sum(static call => call.MultiplyAdds),
            ActivationBytes = calls.Sum(static call => call.ActivationBytes),
            ReceptiveField = calls.Max(static call => call.Field.Side),
            IsTrainable = first.Layer.IsTrainable,
            Connections = calls.SelectMany(static call => call.Inputs).Where(IsShown).Select(Connection).ToList(),
            Settings = LayerSettings.Of(first.Layer, first.Input),
            Arguments = first.Layer.Arguments,
            Model = (first.Layer as NestedModelLayer)?.Graph,
            Layers = first.Layer is NestedModelLayer nested ? Of(nested.Graph) : [],
        };

        // A chain's input has no row.
        bool IsShown(int value) => !graph.IsSequential || value >= graph.Inputs.Count;

        SummaryConnection Connection(int value) => SummaryRows.Connection(graph, layers, callsOf, value);
    }

    private static SummaryConnection Connection(ModelGraph graph, int[] layers, ILookup<int, int> callsOf, int value) => value < graph.Inputs.Count
        ? new(graph.Inputs[value].KerasName, 0)
        : new(graph.NodeOf(layers[value])!.Name, callsOf[layers[value]].TakeWhile(call => call != value).Count());
}

/// <summary>A layer in a summary.</summary>
internal sealed record SummaryRow
{
    public required string Name { get; init; }

    public required string ClassName { get; init; }

    /// <summary>What its last call gives.</summary>
    public required Shape Output { get; init; }

    /// <summary>Whether other calls give other shapes.</summary>
    public bool ShapeVaries { get; init; }

    public long Parameters { get; init; }

    public long TrainableParameters { get; init; }

    public long MultiplyAdds { get; init; }

    public long ActivationBytes { get; init; }

    public required long ReceptiveField { get; init; }

    public bool IsTrainable { get; init; } = true;

    public IReadOnlyList<SummaryConnection> Connections { get; init; } = [];

    /// <summary>What computing its output needs to know beside its weights and shapes.</summary>
    public IReadOnlyList<LayerSetting> Settings { get; init; } = [];

    /// <summary>What its attribute says.</summary>
    public IReadOnlyList<LayerSetting> Arguments { get; init; } = [];

    /// <summary>The network of a nested model; <see langword="null"/> for a layer.</summary>
    public ModelGraph? Model { get; init; }

    /// <summary>The rows of a nested model.</summary>
    public IReadOnlyList<SummaryRow> Layers { get; init; } = [];
}

/// <summary>A call of a layer whose output is read.</summary>
internal readonly record struct SummaryConnection(string Layer, int Call);
