using System.Runtime.Intrinsics;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>What is done to the lanes at one place of up to four inputs; written once for every width.</summary>
internal unsafe interface ILaneOperation
{
    void Apply<T>(long index) where T : struct, ILanes<T>;
}

/// <summary>Loops over long runs of floats, in the machine's widest vectors and on all threads.</summary>
internal static class LaneLoop
{
    /// <summary>Below this a second thread costs more than it brings.</summary>
    private const long SmallestPart = 16 * 1024;

    public static void Run<TOperation>(long n, TOperation operation) where TOperation : unmanaged, ILaneOperation
    {
        int parts = WorkTeam.PartsFor(n, SmallestPart);
        WorkTeam.Run(parts, new Work<TOperation>(n, parts, operation));
    }

    private static void RunSlice<TOperation>(long start, long end, TOperation operation) where TOperation : struct, ILaneOperation
    {
        if (Vector512.IsHardwareAccelerated)
        {
            start = RunWhole<Lanes512, TOperation>(start, end, operation);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            start = RunWhole<Lanes256, TOperation>(start, end, operation);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            start = RunWhole<Lanes128, TOperation>(start, end, operation);
        }

        RunWhole<Lanes1, TOperation>(start, end, operation);
    }

    private static long RunWhole<T, TOperation>(long start, long end, TOperation operation)
        where T : struct, ILanes<T> where TOperation : struct, ILaneOperation
    {
        long i = start;
        for (; i <= end - T.Count; i += T.Count)
        {
            operation.Apply<T>(i);
        }

        return i;
    }

    private readonly struct Work<TOperation>(long n, int parts, TOperation operation) : IWork where TOperation : unmanaged, ILaneOperation
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(n, parts, part, grain: 16);
            RunSlice(start, end, operation);
        }
    }
}
