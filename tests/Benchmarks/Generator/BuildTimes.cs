using System.Diagnostics;
using CnnGen.Generator;
using TorchSharp;

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
        string folder = Directory.CreateTempSubdirectory("cnngen-build-").FullName;
        try
        {
            Write(folder, models, others);
            Run(folder, "restore");
            List<double> with = [], without = [];
            string compiler = $"-p:UseSharedCompilation={server}";
            for (int round = server ? -PairsToWarmUp : -1; round < repeat; round++)
            {
                double generated = Build(folder, true, compiler), bare = Build(folder, false, compiler);
                if (round >= 0)
                {
                    with.Add(generated);
                    without.Add(bare);
                }
            }

            return new BuildTimes(GeneratorTimes.Median(with), GeneratorTimes.Median(without));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, int models, int others)
    {
        // Nothing of the repository's own settings, and no files above the folder.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project/>");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project/>");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project/>");
        File.WriteAllText(Path.Combine(folder, "Project.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ICnnModel).Assembly.Location}" />
                <Reference Include="{typeof(torch).Assembly.Location}" />
                <Analyzer Include="{typeof(CnnGenerator).Assembly.Location}" Condition="'$(Generate)' == 'true'" />
              </ItemGroup>
            </Project>
            """);
        for (int i = 0; i < models; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"Model{i}.cs"), BenchmarkSources.Model(i));
        }

        for (int i = 0; i < others; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"Class{i}.cs"), BenchmarkSources.Other(i));
        }
    }

    private static double Build(string folder, bool generate, string compiler)
    {
        long start = Stopwatch.GetTimestamp();
        Run(folder, ["build", "--no-restore", "--no-incremental", "-v", "q", "-nologo", $"-p:Generate={(generate ? "true" : "false")}", .. compiler.Split(' ')]);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Run(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
