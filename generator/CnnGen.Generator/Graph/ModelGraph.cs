using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Graph;

/// <summary>
/// A checked network: inputs, layers in topological order, outputs. A value is a number: the inputs come first, then what each
/// node gives. Branches and merges need nothing else.
/// </summary>
internal sealed record ModelGraph
{
    public required string Name { get; init; }

    public required DataFormat Format { get; init; }

    public required EquatableArray<Shape> Inputs { get; init; }

    public required EquatableArray<Node> Nodes { get; init; }

    /// <summary>The values that the network gives.</summary>
    public required EquatableArray<int> Outputs { get; init; }

    public Shape Input => Inputs[0];

    public Shape Output => ShapeOf(Outputs[0]);

    public Node Last => Nodes[Nodes.Count - 1];

    public long Parameters => Nodes.Sum(static node => node.Parameters);

    public long TrainableParameters => Nodes.Sum(static node => node.TrainableParameters);

    public long MultiplyAdds => Nodes.Sum(static node => node.MultiplyAdds);

    public long ActivationBytes => Nodes.Sum(static node => node.ActivationBytes);

    public Shape ShapeOf(int value) => value < Inputs.Count ? Inputs[value] : Nodes[value - Inputs.Count].Output;

    /// <summary>The node that gives a value; <see langword="null"/> for an input.</summary>
    public Node? NodeOf(int value) => value < Inputs.Count ? null : Nodes[value - Inputs.Count];
}

/// <summary>A layer at its place in the network.</summary>
internal sealed record Node
{
    public required string Name { get; init; }

    public required Layer Layer { get; init; }

    /// <summary>The values that it reads.</summary>
    public required EquatableArray<int> Inputs { get; init; }

    public required Shape Input { get; init; }

    public required Shape Output { get; init; }

    public required long Parameters { get; init; }

    public required long TrainableParameters { get; init; }

    public required long MultiplyAdds { get; init; }

    public required long ActivationBytes { get; init; }

    public required ReceptiveField Field { get; init; }
}
