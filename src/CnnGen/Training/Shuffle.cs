namespace CnnGen;

/// <summary>
/// The order of the images in an epoch, and the seed of all other chance in a step. Both follow from the training's seed, the epoch and the
/// step alone, so that any step can be repeated without the ones before it, on any platform and version of .NET.
/// </summary>
internal static class Shuffle
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Puts 0, 1, 2 … into the epoch's order (Fisher and Yates).</summary>
    public static void Fill(Span<int> order, int seed, int epoch)
    {
        ulong state = State(seed, epoch);
        for (int i = 0; i < order.Length; i++)
        {
            // The upper half of a product maps a 64-bit number to 0…i without a division; its bias is below 2⁻³².
            int j = (int)Math.BigMul(Next(ref state), (ulong)i + 1, out _);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /// <summary>A seed for the network's own chance in a step: not negative, and unrelated to the order.</summary>
    /// <param name="seed">The training's seed.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step within the epoch, from 0.</param>
    public static long StepSeed(int seed, int epoch, int step)
    {
        ulong state = (State(seed, epoch) ^ Golden) + (ulong)(uint)step;
        return (long)(Next(ref state) >> 1);
    }

    internal static ulong State(int seed, int epoch)
    {
        ulong state = ((ulong)(uint)seed << 32) | (uint)epoch;
        return Next(ref state);
    }

    // SplitMix64.
    internal static ulong Next(ref ulong state)
    {
        state += Golden;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
