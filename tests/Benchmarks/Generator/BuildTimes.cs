using System.Diagnostics;
using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Generator;

/// <summary>How long <c>dotnet build</c> takes on one project with the generator and without it, in seconds.</summary>
/// <param name="With">The median with the generator.</param>
/// <param name="Without">The median without it; the attributes stay, and nothing is made of them.</param>
internal sealed record BuildTimes(double With, double Without)
{
    /// <summary>The compiler server compiles its own code while it runs; after as many pairs it no longer gets faster.</summary>
    private const int PairsToWarmUp = 5;

    /// <param name="models">Classes of <see cref="BenchmarkSources.Layers"/> layers.</param>
    /// <param name="others">Ordinary classes beside them.</param>
    /// <param name="repeat">Pairs of builds, of which the medians count.</param>
    /// <param name="server">Whether a compiler server is kept between the builds, as the SDK does by default, or each build starts a compiler of its own.</param>
    public static BuildTimes Measure(int models, int others, int repeat, bool server)
    {
        using var project = new BuiltProject();
        for (int i = 0; i < models; i++)
        {
            project.Write($"Model{i}.cs", BenchmarkSources.Model(i));
        }

        for (int i = 0; i < others; i++)
        {
            project.Write($"Class{i}.cs", BenchmarkSources.Other(i));
        }

        project.Run("restore");
        List<double> with = [], without = [];
        string compiler = $"-p:UseSharedCompilation={server}";
        for (int round = server ? -PairsToWarmUp : -1; round < repeat; round++)
        {
            double generated = Build(project, true, compiler), bare = Build(project, false, compiler);
            if (round >= 0)
            {
                with.Add(generated);
                without.Add(bare);
            }
        }

        return new BuildTimes(Statistics.Median(with), Statistics.Median(without));
    }

    private static double Build(BuiltProject project, bool generate, string compiler)
    {
        long start = Stopwatch.GetTimestamp();
        project.Run("build", "--no-restore", "--no-incremental", "-v", "q", "-nologo", $"-p:Generate={(generate ? "true" : "false")}", compiler);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
