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
}
