using System.Diagnostics;
using CnnGen.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;

namespace CnnGen.Benchmarks.Generator;

/// <summary>What one generator costs in one project, in milliseconds.</summary>
/// <param name="Cold">The first run on the project, in a process that has run the generator before.</param>
/// <param name="UnrelatedEdit">A run after an edit of another file.</param>
/// <param name="ModelEdit">A run after an edit of one model.</param>
internal sealed record GeneratorTimes(double Cold, double UnrelatedEdit, double ModelEdit)
{
    /// <summary>Measures generators in turns, so that what slows the machine down slows all; of each the medians.</summary>
    public static IReadOnlyList<GeneratorTimes> Measure(BenchmarkProject project, int repeat, params IIncrementalGenerator[] generators)
    {
        List<double>[] cold = Lists(), other = Lists(), model = Lists();
        var drivers = generators.Select(BenchmarkProject.Driver).ToArray();
        for (int round = -1; round < repeat; round++)
        {
            for (int i = 0; i < generators.Length; i++)
            {
                // A project that nobody has asked anything yet: what one generator makes it find out would serve the next one.
                GeneratorDriver fresh = BenchmarkProject.Driver(generators[i]);
                Add(cold[i], round, Time(() => drivers[i] = fresh.RunGenerators(project.Compilation.Clone())));
                Compilation edited = project.EditOther(round + 2);
                Add(other[i], round, Time(() => drivers[i] = drivers[i].RunGenerators(edited)));
                edited = project.EditModel(round + 2);
                Add(model[i], round, Time(() => drivers[i] = drivers[i].RunGenerators(edited)));
            }
        }

        return [.. generators.Select((_, i) => new GeneratorTimes(Statistics.Median(cold[i]), Statistics.Median(other[i]), Statistics.Median(model[i])))];

        List<double>[] Lists() => [.. generators.Select(_ => new List<double>())];
    }

    // The first round is for the runtime to compile what is measured.
    private static void Add(List<double> times, int round, double time)
    {
        if (round >= 0)
        {
            times.Add(time);
        }
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
