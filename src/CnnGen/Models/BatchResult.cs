namespace CnnGen;

/// <summary>What one batch gave.</summary>
public readonly record struct BatchResult
{
    /// <summary>Examples in the batch.</summary>
    public required int Count { get; init; }

    /// <summary>The mean loss over the batch.</summary>
    public required double Loss { get; init; }

    /// <summary>
    /// The parts of <see cref="Loss"/> that are no means over the examples, because they leave something out: two numbers for each, what the
    /// part adds to the loss, and how many rows it is the mean of. None by default. So that the loss of a whole data set does not depend on
    /// how it is cut into batches.
    /// </summary>
    public ReadOnlyMemory<double> LossParts { get; init; }

    /// <summary>
    /// The numbers of the model's <see cref="ITrainableModel.Measures"/>, one measure's after the other's: sums over the batch's examples.
    /// </summary>
    public ReadOnlyMemory<double> Sums { get; init; }
}
