namespace CnnGen;

/// <summary>What loss and measures so far are made of.</summary>
/// <param name="Count">Examples.</param>
/// <param name="Loss">The sum of their losses, but for the parts of <see cref="BatchResult.LossParts"/>.</param>
/// <param name="Values">The sums of the measures.</param>
/// <param name="LossParts">The sum over the rows of each of these parts, and how many rows it had.</param>
internal sealed record RunningSums(int Count, double Loss, IReadOnlyList<double> Values, IReadOnlyList<double> LossParts)
{
    public bool Equals(RunningSums? other) =>
        other is not null && Count == other.Count && Loss.Equals(other.Loss) && Values.SequenceEqual(other.Values)
        && LossParts.SequenceEqual(other.LossParts);

    public override int GetHashCode() => HashCode.Combine(Count, Loss);
}
