namespace CnnGen.ManagedTorch;

/// <summary>
/// Shapes and strides as arrays that nobody changes, one for each content: a network's tensors have the same few again and
/// again, and need no arrays of their own.
/// </summary>
internal static class Dimensions
{
    /// <summary>Far more than the shapes of a network. Programs that make ever new ones start afresh now and then.</summary>
    private const int Capacity = 4096;

    [ThreadStatic] private static HashSet<long[]>? s_known;

    /// <summary>The array of these numbers.</summary>
    public static long[] Of(ReadOnlySpan<long> numbers)
    {
        if (numbers.IsEmpty) return [];
        var known = (s_known ??= new HashSet<long[]>(new Content())).GetAlternateLookup<ReadOnlySpan<long>>();
        if (known.TryGetValue(numbers, out var array)) return array;
        if (s_known.Count == Capacity) s_known.Clear();
        array = numbers.ToArray();
        s_known.Add(array);
        return array;
    }

    /// <summary>That number for every axis.</summary>
    public static long[] Repeat(long number, int axes)
    {
        Span<long> numbers = axes <= Geometry.UsualRank ? stackalloc long[axes] : new long[axes];
        numbers.Fill(number);
        return Of(numbers);
    }

    private sealed class Content : IEqualityComparer<long[]>, IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
    {
        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(long[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<long> alternate)
        {
            var hash = 0L;
            foreach (var number in alternate) hash = (hash + number) * 0x2545F4914F6CDD1D;
            return (int)(hash >> 32);
        }

        public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
    }
}
