namespace CnnGen.Benchmarks.Networks;

/// <summary>Images without meaning: what is in them makes no difference to the time.</summary>
internal static class Noise
{
    /// <summary>Values between -1 and 1.</summary>
    public static float[] Images(NetworkEntry network, int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count * network.ImageLength];
        for (var i = 0; i < values.Length; i++) values[i] = (2 * random.NextSingle()) - 1;
        return values;
    }

    /// <summary>A batch to train on.</summary>
    public static Batch LabelledBatch(NetworkEntry network, int seed)
    {
        var random = new Random(seed);
        long[] labels = [.. Enumerable.Range(0, network.BatchSize).Select(_ => random.NextInt64(network.Classes))];
        return Batch.Of(network.BatchSize, Images(network, network.BatchSize, seed), labels);
    }

    /// <summary>A batch to be answered.</summary>
    public static Batch ImageBatch(NetworkEntry network, int count, int seed) => new() { Count = count, Inputs = { [0] = Images(network, count, seed) } };
}
