namespace CnnGen;

/// <summary>One row of a <see cref="ModelSummary"/>.</summary>
public sealed record LayerSummary
{
    private readonly IReadOnlyList<LayerConnection>? _connections;

    /// <summary>A row with all its numbers.</summary>
    public LayerSummary(
        string name,
        string className,
        IReadOnlyList<int> outputShape,
        long parameters,
        long trainableParameters,
        long multiplyAdds,
        long activationBytes,
        int receptiveField,
        IReadOnlyList<string> inputs)
    {
        Name = name;
        ClassName = className;
        OutputShape = outputShape;
        Parameters = parameters;
        TrainableParameters = trainableParameters;
        MultiplyAdds = multiplyAdds;
        ActivationBytes = activationBytes;
        ReceptiveField = receptiveField;
        Inputs = inputs;
    }

    /// <summary>The layer's name within the model: <c>conv2d_1</c>.</summary>
    public string Name { get; }

    /// <summary>Keras's class: <c>Conv2D</c>.</summary>
    public string ClassName { get; }

    /// <summary>The shape that comes out, without the batch: height, width, channels, or the number of values.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>Weights, trainable or not.</summary>
    public long Parameters { get; }

    /// <summary>Weights that training changes.</summary>
    public long TrainableParameters { get; }

    /// <summary>Weights that training does not change by the gradient, such as moving averages.</summary>
    public long NonTrainableParameters => Parameters - TrainableParameters;

    /// <summary>Multiplications with an addition for one image.</summary>
    public long MultiplyAdds { get; }

    /// <summary>Memory of the output of one image, in bytes of float32.</summary>
    public long ActivationBytes { get; }

    /// <summary>Along one side, how many of the input's pixels a value of the output can depend on.</summary>
    public int ReceptiveField { get; }

    /// <summary>The layers that this one reads; empty for the first.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>What this layer reads, call after call; left out, the one output of the only call of each of <see cref="Inputs"/>.</summary>
    public IReadOnlyList<LayerConnection> Connections
    {
        get => _connections ?? [.. Inputs.Select(static name => new LayerConnection(name))];
        init => _connections = value;
    }

    /// <summary>Whether the calls of a shared layer give different shapes; <see cref="OutputShape"/> is the last one's then.</summary>
    public bool ShapeVaries { get; init; }

    /// <summary>The layer's own <c>Trainable</c>, which a layer without weights has too.</summary>
    public bool Trainable { get; init; } = true;

    /// <summary>
    /// What computing the output in inference needs to know beside weights and shapes. What changes nothing is left out: strides, dilation and
    /// groups of 1, padding of 0, the activation <c>Linear</c>.
    /// </summary>
    public IReadOnlyList<LayerSetting> Settings { get; init; } = [];

    /// <summary>
    /// The arguments that the layer's attribute gives, by their names in the case of C#'s locals: <c>filters</c>, <c>strides</c>,
    /// <c>stridesWidth</c>, <c>kernelInitializer</c>. Flags are 0 or 1. Those that have Keras's default anyway are left out, and so are the
    /// layer's name, what it reads, and <see cref="Trainable"/>. What a block's use gives is put in.
    /// </summary>
    public IReadOnlyList<LayerSetting> Arguments { get; init; } = [];

    /// <summary>The rows of a nested model; empty for a layer.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = [];

    /// <summary>What goes into a nested model and comes out of it; <see langword="null"/> for a layer.</summary>
    public NetworkEnds? Ends { get; init; }

    /// <summary>Compares all values, lists by their items.</summary>
    public bool Equals(LayerSummary? other) =>
        other is not null
        && Name == other.Name
        && ClassName == other.ClassName
        && OutputShape.SequenceEqual(other.OutputShape)
        && Parameters == other.Parameters
        && TrainableParameters == other.TrainableParameters
        && MultiplyAdds == other.MultiplyAdds
        && ActivationBytes == other.ActivationBytes
        && ReceptiveField == other.ReceptiveField
        && Inputs.SequenceEqual(other.Inputs)
        && Connections.SequenceEqual(other.Connections)
        && ShapeVaries == other.ShapeVaries
        && Trainable == other.Trainable
        && Settings.SequenceEqual(other.Settings)
        && Arguments.SequenceEqual(other.Arguments)
        && Layers.SequenceEqual(other.Layers)
        && Equals(Ends, other.Ends);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ClassName, Parameters, MultiplyAdds);
}
