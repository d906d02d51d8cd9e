namespace CnnGen;

/// <summary>What one batch gave.</summary>
public readonly record struct BatchResult
{
    /// <summary>Examples in the batch.</summary>
    public required int Count { get; init; }

    /// <summary>The mean loss over the batch.</summary>
    public required double Loss { get; init; }

    /// <summary>
    /// The numbers of the model's <see cref="ITrainableModel.Measures"/>, one measure's after the other's: sums over the batch's examples.
    /// </summary>
    public ReadOnlyMemory<double> Sums { get; init; }
}
