using System.Diagnostics;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>Work that is done before the clock starts: the runtime compiles what runs often once more, in the background, and that takes its time.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>Does the work at least once.</summary>
    public static void Run(Action work)
    {
        var watch = Stopwatch.StartNew();
        do work();
        while (watch.Elapsed < Least);
    }
}
