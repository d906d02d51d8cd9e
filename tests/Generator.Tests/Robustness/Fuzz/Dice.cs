namespace CnnGen.Generator.Tests;

/// <summary>Chance, in the words that the writers of random programs need.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Sometimes(double share) => _random.NextDouble() < share;

    public bool Either() => _random.Next(2) == 0;

    /// <summary>A number of at least <paramref name="from"/> and less than <paramref name="to"/>.</summary>
    public int Number(int from, int to) => _random.Next(from, to);

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public T[] Shuffled<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => _random.Next())];

    public T[] Some<T>(IEnumerable<T> items, double share) => [.. items.Where(_ => Sometimes(share))];
}
