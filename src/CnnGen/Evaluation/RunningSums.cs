namespace CnnGen;

/// <summary>What loss and measures so far are made of.</summary>
/// <param name="Count">Examples.</param>
/// <param name="Loss">The sum of their losses.</param>
/// <param name="Values">The sums of the measures.</param>
internal sealed record RunningSums(int Count, double Loss, IReadOnlyList<double> Values)
{
    public bool Equals(RunningSums? other) =>
        other is not null && Count == other.Count && Loss.Equals(other.Loss) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Count, Loss);
}
