using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// Native blocks, 64-byte aligned, kept for reuse by size. A training step asks for the same sizes again and again,
/// so after the first step none comes from the operating system any more.
/// </summary>
internal static unsafe class MemoryPool
{
    private const int Alignment = 64;
    private const int SizeClasses = 4 + (4 * 36);

    /// <summary>16 TB, the largest class.</summary>
    private const long Largest = 1L << 44;

    /// <summary>How many classes larger a block may be than what was asked for: less than twice as large.</summary>
    private const int StepsUp = 3;

    /// <summary>From here on a block too many is worth avoiding.</summary>
    private const long LargeBlock = 1 << 20;

    private static readonly Lock Gate = new();
    private static readonly Stack<nint>?[] Free = new Stack<nint>?[SizeClasses];

    /// <summary>Bytes held for reuse beyond which a returned block goes back to the operating system.</summary>
    public static long CacheLimit { get; set; } = 4L << 30;

    /// <summary>Bytes held for reuse now.</summary>
    public static long CachedBytes { get; private set; }

    /// <summary>Bytes handed out and not yet returned.</summary>
    public static long RentedBytes { get; private set; }

    /// <summary>A block of at least that many bytes, with whatever was in it before.</summary>
    /// <exception cref="ExternalException">There is not that much memory.</exception>
    public static nint Rent(long bytes, out int sizeClass)
    {
        if (bytes > Largest) throw NativeBlock.NoRoom(bytes);
        sizeClass = SizeClass(bytes, out var capacity);
        lock (Gate)
        {
            if (TryReuse(sizeClass, out var used, out var free))
            {
                sizeClass = used;
                return free;
            }
        }

        var block = AllocateOrTrim(capacity);
        lock (Gate) RentedBytes += capacity;
        // The collector sees only small handles; without this it would never hurry to find the forgotten ones.
        GC.AddMemoryPressure(capacity);
        return block;
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

    // A larger block will do before a large one is asked for.
    private static bool TryReuse(int wanted, out int sizeClass, out nint block)
    {
        var last = Capacity(wanted) < LargeBlock ? wanted : Math.Min(wanted + StepsUp, SizeClasses - 1);
        for (sizeClass = wanted; sizeClass <= last; sizeClass++)
        {
            if (Free[sizeClass] is not { Count: > 0 } blocks) continue;
            var capacity = Capacity(sizeClass);
            (RentedBytes, CachedBytes) = (RentedBytes + capacity, CachedBytes - capacity);
            block = blocks.Pop();
            return true;
        }

        block = 0;
        return false;
    }

    // What is held for reuse may be what is missing.
    private static nint AllocateOrTrim(long capacity)
    {
        try
        {
            return (nint)NativeBlock.Allocate(capacity);
        }
        catch (ExternalException) when (CachedBytes > 0)
        {
            Trim();
            return (nint)NativeBlock.Allocate(capacity);
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
