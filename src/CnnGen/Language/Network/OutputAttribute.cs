namespace CnnGen;

/// <summary>
/// What the network gives, by the names of layers: <c>[Output("logits", "aux")]</c>. With several, <c>forward</c> gives a tuple in
/// this order. Without this attribute, the last layer's output is the network's. Of a network that is trained, an attribute for each output can
/// say how: <c>[Output("age", Loss = Loss.MeanAbsoluteError, Weight = 0.1)]</c>.
/// </summary>
/// <param name="layers">The names of one or more layers.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute(params string[] layers) : Attribute
{
    /// <summary>The names as written.</summary>
    public string[] Layers { get; } = layers;

    /// <summary>The target that the output should come near to. Default: that of the layer's name, or the sole one.</summary>
    public string? Target { get; set; }

    /// <summary>The loss of the output. Default: what <see cref="TrainingAttribute{TData}"/> says, or what fits the target.</summary>
    public Loss Loss { get; set; } = Loss.Auto;

    /// <summary>A loss of one's own, as in <see cref="TrainingAttribute{TData}.CustomLoss"/>.</summary>
    public string? CustomLoss { get; set; }

    /// <summary>How much the output's loss counts in that of the network. Default 1.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>What is measured of the output. Default: what <see cref="TrainingAttribute{TData}"/> says, or what fits the target.</summary>
    public Metrics Metrics { get; set; }

    /// <summary>Huber: the difference from which the loss is straight. Default 1.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>Focal losses: the weight of the right class; of BinaryFocalCrossentropy that of a one, if given. Default 0.25.</summary>
    public double Alpha { get; set; } = 0.25;

    /// <summary>Focal losses: the power by which what is nearly right counts less. Default 2.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>Crossentropies: the part of the right class's target that goes to all classes evenly. Default 0.</summary>
    public double LabelSmoothing { get; set; }

    /// <summary>Metrics.TopK: how many classes count as the most probable. Default 5.</summary>
    public int TopK { get; set; } = 5;

    /// <summary>How much an example, or position, of each class counts in the loss of training steps. Default: all the same.</summary>
    public double[] ClassWeights { get; set; } = [];
}
