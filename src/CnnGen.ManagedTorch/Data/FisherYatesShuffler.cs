using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers below a size in random order: another one each time, or always the same one if there is a seed.</summary>
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long _size;
    private readonly int? _seed;

    public FisherYatesShuffler(long size, int? seed = null)
    {
        _size = size;
        _seed = seed;
    }

    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Order()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The draws are TorchSharp's, so that a seed gives the same order there.
    private long[] Order()
    {
        var random = _seed is { } seed ? new Random(seed) : new Random();
        var order = new long[_size];
        for (var i = 0L; i < _size; i++)
        {
            var other = (((long)random.Next() << 32) + random.Next()) % (i + 1);
            order[i] = order[other];
            order[other] = i;
        }

        return order;
    }
}
