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

    /// <summary>
    /// Fixes the order of the examples and all chance within the network, also where other threads train at the same time. It does not touch the start weights.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Called as training goes on, in this order. A resumed training may have others beside those of before; each takes over the state of the first of its
    /// type that is left, a log that of the same file if there is one, and <see cref="Warn"/> is told of a state that nobody takes over.
    /// </summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>
    /// Is told, before the first step, what works but is hardly meant: that no example of a class is trained with which is validated with, that a checkpoint
    /// has the state of a callback that is not there.
    /// Default: a line on standard error.
    /// </summary>
    public Action<string> Warn { get; init; } = static message => Console.Error.WriteLine("warning: " + message);

    /// <summary>
    /// A folder for <c>checkpoint.safetensors</c>: weights, optimizer, place in the epoch, history and what callbacks keep, written at the start, as
    /// often as <see cref="CheckpointEvery"/> says, and at the end. <see cref="WeightFile.Load"/> reads its weights too.
    /// </summary>
    public string? CheckpointDirectory { get; init; }

    /// <summary>How often a checkpoint is written. Default: after each epoch.</summary>
    public Every CheckpointEvery { get; init; } = Every.Epoch;

    /// <summary>Which checkpoints stay. Default: the last one.</summary>
    public Checkpoints Keep { get; init; } = Checkpoints.Last(1);

    /// <summary>Whether to go on from the checkpoint in <see cref="CheckpointDirectory"/>, to the same bits as without a break.</summary>
    public Resume Resume { get; init; }

    /// <summary>What becomes of the training if a checkpoint or a log cannot be written once it is under way. Default: it goes on, with a warning.</summary>
    public WriteFailure WriteFailure { get; init; }

    /// <summary>How the learning rate changes from step to step.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>A running average of the weights, with which is measured and which the model has in the end. Default: none.</summary>
    public WeightAveraging? Averaging { get; init; }

    /// <summary>The length that all gradients together are cut to before each update. PyTorch: <c>clip_grad_norm_</c>; Keras: <c>global_clipnorm</c>.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>
    /// Steps whose gradients are added up to one update of the weights, as if their batches were one: schedules and averages count updates. Batch normalization
    /// still sees each batch alone.
    /// </summary>
    public int? AccumulateSteps { get; init; }

    /// <summary>Training ends with the first step after this time; the time before a resumed checkpoint does not count. Default: none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// Tries everything out once: two steps, two batches of validation, the callbacks, a checkpoint. Then the weights are as before. Callbacks that write files
    /// and checkpoints that are there are left alone.
    /// </summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Learns so many batches by heart, again and again the same, as a network without a mistake can: that the loss does not fall below 0.01 is an error.
    /// Then the weights are as before. Default 0: trains on everything.
    /// </summary>
    public int OverfitBatches { get; init; }

    /// <summary>Is filled as training goes, so that the epochs are there whatever ends it, an exception of a callback's say. Default: a new one.</summary>
    public TrainingHistory? History { get; init; }

    /// <summary>Ends training after the step under way: the history comes back with <see cref="StopReason.Cancelled"/>, and a last checkpoint is written.</summary>
    public CancellationToken CancellationToken { get; init; }
}
