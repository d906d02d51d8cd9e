namespace CnnGen;

/// <summary>What an output of a network is trained to give, as the model says.</summary>
public sealed record OutputTarget
{
    /// <summary>Where the output should come near to. Its name is what data with several targets is matched by.</summary>
    public required DataTarget Target { get; init; }

    /// <summary>The loss; <see cref="Loss.Auto"/> only beside <see cref="CustomLoss"/>.</summary>
    public required Loss Loss { get; init; }

    /// <summary>The method that is the loss; <see langword="null"/> if it is one of <see cref="Loss"/>.</summary>
    public string? CustomLoss { get; init; }

    /// <summary>The loss's other arguments, as the attribute gives them.</summary>
    public string LossArguments { get; init; } = "";

    /// <summary>How much the loss counts in that of the network.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What is measured beside the loss.</summary>
    public Metrics Metrics { get; init; }

    /// <summary>The loss, for messages and checkpoints.</summary>
    internal string LossName => (CustomLoss ?? Loss.ToString()) + (LossArguments.Length == 0 ? "" : $" ({LossArguments})");
}
