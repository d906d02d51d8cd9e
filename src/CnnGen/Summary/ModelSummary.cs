namespace CnnGen;

/// <summary>The layers of a model, their shapes and what they cost, all known at compile time.</summary>
public sealed class ModelSummary
{
    /// <summary>A summary of the given rows.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="layers">The rows from the input to the output, in the order of Keras's table.</param>
    /// <param name="inputShape">Height, width and channels of the input, where known: what data is checked against.</param>
    public ModelSummary(string name, IReadOnlyList<LayerSummary> layers, IReadOnlyList<int>? inputShape = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(layers);
        Name = name;
        Layers = layers;
        InputShape = inputShape ?? [];
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Height, width and channels of an input image; empty where not known.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>The rows from the input to the output.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>What goes in and what comes out; <see langword="null"/> where nobody has said.</summary>
    public NetworkEnds? Ends { get; init; }

    /// <summary>
    /// What the model's <see cref="TrainingAttribute{TData}"/> says; empty without one. Names are those of its arguments in the case of C#'s locals, defaults
    /// are put in, and what changes nothing is left out: <c>optimizer</c>, <c>learningRate</c> and the optimizer's own, <c>weightDecay</c>; <c>schedule</c> and
    /// its own, <c>warmUp</c>; <c>batchSize</c>, <c>epochs</c>, <c>validationSplit</c>, <c>shuffle</c> where it is 0, <c>seed</c>, <c>clipNorm</c>,
    /// <c>accumulateSteps</c>. Then, from each <c>output</c> on, what is said of that one: <c>target</c>, <c>labels</c>, <c>loss</c> as chosen and its own, or
    /// <c>customLoss</c>, <c>weight</c>, <c>classWeights</c>, <c>balanceClasses</c>, <c>weighted</c>, <c>ignoredClass</c>, and a <c>metric</c> for each.
    /// </summary>
    public IReadOnlyList<LayerSetting> Training { get; init; } = [];

    /// <summary>The shape that comes out of the last layer, without the batch.</summary>
    public IReadOnlyList<int> OutputShape => Layers.Count == 0 ? InputShape : Layers[^1].OutputShape;

    /// <summary>All weights.</summary>
    public long TotalParameters => Layers.Sum(static layer => layer.Parameters);

    /// <summary>Weights that training changes.</summary>
    public long TrainableParameters => Layers.Sum(static layer => layer.TrainableParameters);

    /// <summary>Weights that training does not change by the gradient.</summary>
    public long NonTrainableParameters => TotalParameters - TrainableParameters;

    /// <summary>Multiplications with an addition for one image.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds);

    /// <summary>Memory of all layers' outputs for one image, in bytes of float32.</summary>
    public long ActivationBytes => Layers.Sum(static layer => layer.ActivationBytes);

    /// <summary>Keras 2's summary, line for line, without a newline at the end.</summary>
    public override string ToString() => ToString(SummaryStyle.Keras2);

    /// <summary>The summary of the given Keras, line for line, without a newline at the end.</summary>
    public string ToString(SummaryStyle style) => ToTable(new SummaryOptions { Style = style });

    /// <summary>Keras 2's summary with more columns; their totals stand below Keras's.</summary>
    public string ToTable(SummaryColumns columns) => ToTable(new SummaryOptions { Columns = columns });

    /// <summary>The summary as asked for, without a newline at the end.</summary>
    /// <exception cref="ArgumentException">The line is too short for the columns, or there is no such style.</exception>
    public string ToTable(SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SummaryTable.Print(this, options);
    }
}
