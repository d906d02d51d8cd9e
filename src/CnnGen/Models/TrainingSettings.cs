namespace CnnGen;

/// <summary>What a model's <see cref="TrainingAttribute{TData}"/> says, at run time. <see cref="TrainingOptions"/> can replace some of it.</summary>
public sealed record TrainingSettings
{
    /// <summary>Times that the data is gone through.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Images in one step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The optimizer's step size.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>The share of the data, its last part, that validates instead of training.</summary>
    public double ValidationSplit { get; init; }

    /// <summary>Whether each epoch takes the images in a new order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Fixes the order of the images and all chance within the network; <see langword="null"/> for a new seed each time.</summary>
    public int? Seed { get; init; }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Adam;

    /// <summary>The optimizer's other arguments, as the attribute gives them.</summary>
    public string OptimizerArguments { get; init; } = "";

    /// <summary>How the learning rate changes from step to step.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant();

    /// <summary>The length that all gradients together are cut to before each update; zero for none.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Steps whose gradients are added up to one update of the weights, which is one step to schedules and averages.</summary>
    public int AccumulateSteps { get; init; } = 1;

    /// <summary>Whether each class counts as much as any other in training, however many examples it has.</summary>
    public bool BalanceClasses { get; init; }

    /// <summary>The running average of the weights; <see langword="null"/> for none.</summary>
    public WeightAveraging? Averaging { get; init; }
}
