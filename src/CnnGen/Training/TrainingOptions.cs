namespace CnnGen;

/// <summary>How to train this time. What is left out is taken from the model's <see cref="TrainingAttribute{TData}"/>.</summary>
public sealed record TrainingOptions
{
    /// <summary>Examples to measure on after each epoch. They take the place of a validation split.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// Share of the data, its last part before shuffling, that is kept from training to validate with. If the labels are sorted,
    /// use <see cref="Dataset.Shuffle"/> before; else the last classes are never trained.
    /// </summary>
    public double? ValidationSplit { get; init; }

    /// <summary>Epochs in all, those before a resumed checkpoint included.</summary>
    public int? Epochs { get; init; }

    /// <summary>Examples in one step; the last step of an epoch takes what is left.</summary>
    public int? BatchSize { get; init; }

    /// <summary>The optimizer's step size.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Whether each epoch takes the examples in a new order.</summary>
    public bool? Shuffle { get; init; }

    /// <summary>Fixes the order of the examples and all chance within the network. It does not touch the start weights.</summary>
    public int? Seed { get; init; }

    /// <summary>Called as training goes on, in this order.</summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>
    /// Is told, before the first step, what works but is hardly meant: that no example of a class is trained with which is validated with.
    /// Default: a line on standard error.
    /// </summary>
    public Action<string> Warn { get; init; } = static message => Console.Error.WriteLine("warning: " + message);

    /// <summary>
    /// A folder for <c>checkpoint.safetensors</c>: weights, optimizer, epoch and history, written at the start and after each
    /// epoch. <see cref="WeightFile.Load"/> reads its weights too.
    /// </summary>
    public string? CheckpointDirectory { get; init; }

    /// <summary>Whether to go on from the checkpoint in <see cref="CheckpointDirectory"/>, to the same bits as without a break.</summary>
    public bool Resume { get; init; }

    /// <summary>Ends training between two steps with an <see cref="OperationCanceledException"/>; the last checkpoint stays whole.</summary>
    public CancellationToken CancellationToken { get; init; }
}
