using System.Numerics;

namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// Native blocks, 64-byte aligned, kept for reuse by size. A training step asks for the same sizes again and again,
/// so after the first step none comes from the operating system any more.
/// </summary>
internal static unsafe class MemoryPool
{
    private const int Alignment = 64;
    private const int SizeClasses = 4 + (4 * 36);

    private static readonly Lock Gate = new();
    private static readonly Stack<nint>?[] Free = new Stack<nint>?[SizeClasses];

    /// <summary>Bytes held for reuse beyond which a returned block goes back to the operating system.</summary>
    public static long CacheLimit { get; set; } = 4L << 30;

    /// <summary>Bytes held for reuse now.</summary>
    public static long CachedBytes { get; private set; }

    /// <summary>Bytes handed out and not yet returned.</summary>
    public static long RentedBytes { get; private set; }

    /// <summary>A block of at least that many bytes, with whatever was in it before.</summary>
    public static nint Rent(long bytes, out int sizeClass)
    {
        sizeClass = SizeClass(bytes, out var capacity);
        lock (Gate)
        {
            RentedBytes += capacity;
            if (Free[sizeClass] is { Count: > 0 } blocks)
            {
                CachedBytes -= capacity;
                return blocks.Pop();
            }
        }

        // The collector sees only small handles; without this it would never hurry to find the forgotten ones.
        GC.AddMemoryPressure(capacity);
        return (nint)NativeBlock.Allocate(capacity);
    }

    public static void Return(nint block, int sizeClass)
    {
        var capacity = Capacity(sizeClass);
        lock (Gate)
        {
            RentedBytes -= capacity;
            if (CachedBytes + capacity <= CacheLimit)
            {
                CachedBytes += capacity;
                (Free[sizeClass] ??= new Stack<nint>()).Push(block);
                return;
            }
        }

        Release(block, capacity);
    }

    /// <summary>Gives all blocks held for reuse back to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            for (var sizeClass = 0; sizeClass < SizeClasses; sizeClass++)
            {
                while (Free[sizeClass] is { Count: > 0 } blocks)
                    Release(blocks.Pop(), Capacity(sizeClass));
            }

            CachedBytes = 0;
        }
    }

    // Four steps to every doubling, so that at most a fifth of a block is unused.
    internal static int SizeClass(long bytes, out long capacity)
    {
        var units = Math.Max(1, (bytes + Alignment - 1) / Alignment);
        if (units <= 4)
        {
            capacity = units * Alignment;
            return (int)units - 1;
        }

        var shift = BitOperations.Log2((ulong)(units - 1)) - 2;
        var quarter = ((units - 1) >> shift) + 1;
        capacity = (quarter << shift) * Alignment;
        return 4 + (shift * 4) + (int)(quarter - 5);
    }

    private static long Capacity(int sizeClass) =>
        sizeClass < 4
            ? (sizeClass + 1L) * Alignment
            : ((long)((sizeClass - 4) % 4) + 5 << ((sizeClass - 4) / 4)) * Alignment;

    private static void Release(nint block, long capacity)
    {
        NativeBlock.Free((void*)block);
        GC.RemoveMemoryPressure(capacity);
    }
}
