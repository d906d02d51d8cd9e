using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network;

/// <summary>
/// A checked network: inputs, layers in topological order, outputs. A value is a number: the inputs come first, then what each
/// node gives.
/// </summary>
internal sealed record ModelGraph
{
    public required string Name { get; init; }

    /// <summary>Whether it is a plain chain, which Keras lists without its input.</summary>
    public required bool IsSequential { get; init; }

    public required EquatableArray<InputNode> Inputs { get; init; }

    public required EquatableArray<Node> Nodes { get; init; }

    /// <summary>The values that the network gives.</summary>
    public required EquatableArray<int> Outputs { get; init; }

    public Shape Input => Inputs[0].Shape;

    public Shape Output => ShapeOf(Outputs[0]);

    /// <summary>Whether one tensor goes in and one comes out: what data sets and predictions need.</summary>
    public bool IsSingle => Inputs.Count == 1 && Outputs.Count == 1;

    /// <summary>The final softmax or sigmoid of a sole output, which is folded into the loss; else <see cref="Activation.Linear"/>.</summary>
    public Activation Folded => Outputs.Count == 1 ? FoldedAt(0) : Activation.Linear;

    /// <summary>
    /// The final softmax or sigmoid of an output, which can be folded into its loss; else <see cref="Activation.Linear"/>. Not where another
    /// layer reads the probabilities, they come from a layer used again, or softmax is not over the channels.
    /// </summary>
    /// <param name="output">The place among the outputs.</param>
    public Activation FoldedAt(int output) =>
        NodeOf(Outputs[output]) is { IsShared: false } last
        && last.Layer.OutputActivation is Activation.Softmax or Activation.Sigmoid
        && !IsRead(Outputs[output])
        && (last.Layer.OutputActivation == Activation.Sigmoid || last.Output.ChannelAxis == last.Output.Rank - 1)
            ? last.Layer.OutputActivation
            : Activation.Linear;

    /// <summary>The number of layers, those of used models among them.</summary>
    public int Layers => Nodes.Sum(static node => 1 + (node.Layer is NestedModelLayer nested ? nested.Graph.Layers : 0));

    public long Parameters => Nodes.Sum(static node => node.OwnParameters);

    public long TrainableParameters => Nodes.Sum(static node => node.IsShared ? 0 : node.TrainableParameters);

    public long MultiplyAdds => Nodes.Sum(static node => node.MultiplyAdds);

    public long ActivationBytes => Nodes.Sum(static node => node.ActivationBytes);

    public Shape ShapeOf(int value) => value < Inputs.Count ? Inputs[value].Shape : Nodes[value - Inputs.Count].Output;

    /// <summary>The node that gives a value; <see langword="null"/> for an input.</summary>
    public Node? NodeOf(int value) => value < Inputs.Count ? null : Nodes[value - Inputs.Count];

    /// <summary>Whether a layer reads a value.</summary>
    public bool IsRead(int value) => Nodes.Any(node => node.Inputs.Contains(value));
}

/// <summary>An input of the network.</summary>
/// <param name="Name">What layers call it.</param>
/// <param name="KerasName">What Keras's summary calls it.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record InputNode(string Name, string KerasName, Shape Shape);

/// <summary>A layer at its place in the network.</summary>
internal sealed record Node
{
    public required string Name { get; init; }

    public required Layer Layer { get; init; }

    /// <summary>The values that it reads.</summary>
    public required EquatableArray<int> Inputs { get; init; }

    /// <summary>Their shapes.</summary>
    public required EquatableArray<Shape> InputShapes { get; init; }

    public Shape Input => InputShapes[0];

    public required Shape Output { get; init; }

    public required long Parameters { get; init; }

    public required long TrainableParameters { get; init; }

    public required long MultiplyAdds { get; init; }

    public required long ActivationBytes { get; init; }

    public required ReceptiveField Field { get; init; }

    /// <summary>The place of the node whose weights it uses; <see langword="null"/> if they are its own.</summary>
    public int? Original { get; init; }

    public bool IsShared => Original is not null;

    /// <summary>Whether it is a frozen network whose batch normalizations would still go on learning their averages.</summary>
    public bool KeepsAverages => !IsShared && Layer is NestedModelLayer { IsTrainable: false, HasAverages: true };

    /// <summary>Parameters that no other node has.</summary>
    public long OwnParameters => IsShared ? 0 : Parameters;
}
