using System.Diagnostics;
using CnnGen.ManagedTorch.Kernels;
using CnnGen.Samples.Mnist.Records;

namespace CnnGen.Benchmarks.Kernels;

/// <summary>
/// Measures the kernels. Peak and kernel take turns, so that what slows the machine down slows both;
/// of each the best counts.
/// </summary>
internal static class KernelBenchmark
{
    /// <summary>Enough calls for the runtime to have compiled everything at its best.</summary>
    private const double WarmUpSeconds = 0.5;

    public static int Run(int threads, int repeat, string only)
    {
        WorkTeam.Threads = threads;
        KernelCase[] cases = [.. KernelCases.All().Where(c => c.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
        if (cases.Length == 0)
        {
            Console.Error.WriteLine($"No kernel is named '{only}'; leave --only out to see all.");
            return 2;
        }

        Console.WriteLine($"{threads} threads, {WidestLanes.Count} floats a vector, best of {repeat}");
        Console.WriteLine("| kernel | ms | GFLOP/s | peak | share | GB/s |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (KernelCase kernel in cases)
        {
            kernel.Use(call => Console.WriteLine(Measure(kernel, call, repeat)));
        }

        return 0;
    }

    private static string Measure(KernelCase kernel, Action call, int repeat)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            call();
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds);

        double peak = 0, seconds = double.MaxValue;
        for (int i = 0; i < repeat; i++)
        {
            peak = Math.Max(peak, MultiplyAddPeak.Measure());
            for (int j = 0; j < 3; j++)
            {
                start = Stopwatch.GetTimestamp();
                call();
                seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        double rate = kernel.Operations / seconds / 1e9, bandwidth = kernel.Bytes / seconds / 1e9;
        return kernel.Operations == 0
            ? $"| {kernel.Name} | {seconds * 1e3:F3} | | | | {bandwidth:F0} |"
            : $"| {kernel.Name} | {seconds * 1e3:F3} | {rate:F0} | {peak:F0} | {100 * rate / peak:F0} % | {bandwidth:F0} |";
    }
}
