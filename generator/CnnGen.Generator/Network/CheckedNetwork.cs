using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network;

/// <summary>A network as far as its shapes are known, and what is wrong with it: what rules and advice ask.</summary>
internal sealed class CheckedNetwork
{
    private readonly NetworkDeclaration _declaration;
    private readonly PlacedLayers _layers;

    public CheckedNetwork(NetworkDeclaration declaration, PlacedLayers layers)
    {
        _declaration = declaration;
        _layers = layers;
    }

    /// <summary>What is wrong, in the order of the attributes.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The values that the network gives, where they are known.</summary>
    public required IReadOnlyList<int> Outputs { get; init; }

    /// <summary>The inputs and layers that can be named behind all of them, with the values that they stand for; those above come first.</summary>
    public required IReadOnlyList<(string Name, int Value)> Names { get; init; }

    /// <summary>Whether it is a plain chain, which Keras lists without its input.</summary>
    public required bool IsSequential { get; init; }

    /// <summary>Whether every shape is known.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether nothing stands in between that the compiler does not know.</summary>
    public required bool IsCertain { get; init; }

    public IReadOnlyList<ModelInput> Inputs => _layers.Inputs;

    /// <summary>The layers whose shapes are known, those that reach no output among them.</summary>
    public IReadOnlyList<PlacedLayer> Layers => _layers.All;

    public IEnumerable<Node> Nodes => Layers.Select(static layer => layer.Node);

    /// <summary>Whether it has no error of its own. A broken attribute is the compiler's to report; it is an error all the same.</summary>
    public bool IsSound => IsComplete
        && Problems.Count == 0
        && !_declaration.Attributes.Any(static attribute => attribute.IsBroken && attribute.Kind != AttributeKind.Unresolved);

    /// <summary>The layer that gives the sole output; <see langword="null"/> where there are several, or where it is not known.</summary>
    public PlacedLayer? Last => IsComplete && Outputs.Count == 1 ? _layers.Giving(Outputs[0]) : null;

    /// <summary>The layer that gives a value; <see langword="null"/> for an input.</summary>
    public PlacedLayer? LayerGiving(int value) => _layers.Giving(value);

    public Shape ShapeOf(int value) => _layers.ShapeOf(value);

    /// <summary>Whether a layer put at the end of the source would give the output.</summary>
    public bool EndsWithLast => !_declaration.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Output);

    /// <summary>The layers from an input to a value, along each layer's first input.</summary>
    public GraphPath PathTo(int value) => _layers.PathTo(value);

    /// <summary>The network without the layers that reach no output, which Keras leaves out as well.</summary>
    public ModelGraph ToGraph(string name) => FlattenOrder.Settle(GraphPruning.Prune(new ModelGraph
    {
        Name = name,
        IsSequential = IsSequential,
        Inputs = Inputs.Select(static (input, i) => new InputNode(input.Name, KerasInputName(input, i), input.Shape!)).ToEquatableArray(),
        Nodes = Nodes.ToEquatableArray(),
        Outputs = Outputs.ToEquatableArray(),
    }));

    private static string KerasInputName(ModelInput input, int place) => input.IsNamed ? input.Name : $"input_{place + 1}";
}
