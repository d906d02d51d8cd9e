namespace CnnGen;

/// <summary>What a trainer does with a batch beside forward and backward. One update of the weights may take several batches.</summary>
public readonly record struct TrainingStep
{
    /// <summary>A step that is an update by itself.</summary>
    public static TrainingStep Whole => new() { Share = 1, IsFirst = true, IsLast = true };

    /// <summary>The batch's share of the examples of the update; its loss counts that much.</summary>
    public double Share { get; init; }

    /// <summary>Whether an update begins: gradients start from zero.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether the update ends: the optimizer changes the weights.</summary>
    public bool IsLast { get; init; }

    /// <summary>The length that all gradients together are cut to before the update; zero for none.</summary>
    public double ClipNorm { get; init; }

    /// <summary>By how much the update moves the averaged weights towards the weights, 0 to 1; zero without averages.</summary>
    public double AveragingShare { get; init; }
}
