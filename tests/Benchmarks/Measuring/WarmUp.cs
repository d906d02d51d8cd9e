using System.Diagnostics;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>Work that is done before the clock starts: the runtime compiles what runs often once more, in the background, and that takes its time.</summary>
internal static class WarmUp
{
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>Does the work at least once, and says how long it took the last time.</summary>
    public static TimeSpan Run(Action work)
    {
        var all = Stopwatch.StartNew();
        TimeSpan begin;
        do
        {
            begin = all.Elapsed;
            work();
        }
        while (all.Elapsed < Least);
        return all.Elapsed - begin;
    }
}
