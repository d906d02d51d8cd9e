using System.Diagnostics;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>How long a call takes, once warm; the PyTorch script reads its clock in the same way.</summary>
internal static class Clock
{
    private const double SecondsOfPass = 0.25;
    private const int FewestPasses = 2;
    private const int FewestCalls = 5;
    private const int MostCalls = 1 << 20;

    /// <summary>Seconds a call: the best of passes, each of as many calls as make it long enough for the clock.</summary>
    public static double BestSeconds(Action work, double seconds)
    {
        var calls = Math.Max(1, (int)Math.Round(SecondsOfPass / WarmUp.Run(work).TotalSeconds));
        var best = double.PositiveInfinity;
        var all = Stopwatch.StartNew();
        for (var pass = 0; pass < FewestPasses || all.Elapsed.TotalSeconds < seconds; pass++)
        {
            var watch = Stopwatch.StartNew();
            for (var call = 0; call < calls; call++) work();
            best = Math.Min(best, watch.Elapsed.TotalSeconds / calls);
        }

        return best;
    }

    /// <summary>Seconds and bytes a call: the median of the times, the mean of the managed memory taken on all threads.</summary>
    public static (double Seconds, double Bytes) Median(Action work, double seconds)
    {
        WarmUp.Run(work);
        var ticks = new long[MostCalls];
        var count = 0;
        var all = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (; count < FewestCalls || (count < MostCalls && all.Elapsed.TotalSeconds < seconds); count++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            ticks[count] = Stopwatch.GetTimestamp() - start;
        }

        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        Array.Sort(ticks, 0, count);
        return (ticks[count / 2] / (double)Stopwatch.Frequency, Math.Round((double)bytes / count));
    }
}
