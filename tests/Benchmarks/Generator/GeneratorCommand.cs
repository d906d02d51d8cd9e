using System.CommandLine;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Generator;

namespace CnnGen.Benchmarks.Generator;

/// <summary><c>generator</c>: what the generator costs, beside one that does next to nothing.</summary>
internal static class GeneratorCommand
{
    private const int ModelsOfBuild = 10;

    private static readonly int[] s_layers = [20, 200];

    private static readonly int[] s_models = [1, 10, 100, 1000];

    public static Command Create()
    {
        var others = NumberOption.Positive("--files", "files without models", 1000);
        var repeat = NumberOption.Positive("--repeat", "measurements, of which the median counts", 9);
        var builds = new Option<int>("--builds") { Description = "pairs of dotnet build; 0 for none", DefaultValueFactory = _ => 7 };
        var command = new Command("generator", "Measures the generator: while typing, cold, after an edit, and as a share of a build.") { others, repeat, builds };
        command.SetAction(parsed =>
        {
            Typing(parsed.GetValue(repeat));
            Edits(parsed.GetValue(others), parsed.GetValue(repeat));
            if (parsed.GetValue(builds) is > 0 and var pairs)
            {
                Build(parsed.GetValue(others), pairs, server: true);
                Build(parsed.GetValue(others), pairs, server: false);
            }
        });
        return command;
    }

    private static void Typing(int repeat)
    {
        Console.WriteLine($"Milliseconds from a keystroke in a network, median and best of {repeat}: all that the generator does anew, every shape being another; "
            + "the analyzers after it, which find every shape beside a layer stale; completion below the last layer, and the editor's own part of that.");
        Console.WriteLine("| layers | generator | best | analyzers | best | completion | best | without CnnGen's | best |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int layers in s_layers)
        {
            TypingTimes times = TypingTimes.Measure(layers, repeat);
            Console.WriteLine($"| {layers} | {Both(times.Generator)} | {Both(times.Analyzers)} | {Both(times.Completion)} | {Both(times.OthersCompletion)} |");
        }

        Console.WriteLine();
    }

    private static string Both(IReadOnlyCollection<double> times) => $"{Statistics.Median(times):F1} | {times.Min():F1}";

    private static void Edits(int others, int repeat)
    {
        Console.WriteLine($"Milliseconds, models of {BenchmarkSources.Layers} layers, {others} other files, median of {repeat}; "
            + "floor: a generator that writes an empty class for each model.");
        Console.WriteLine("| models | cold | floor | ratio | ms a model | unrelated edit | floor | ratio | edit of a model | floor | ratio |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int models in s_models)
        {
            var project = new BenchmarkProject(models, others);
            IReadOnlyList<GeneratorTimes> times = GeneratorTimes.Measure(project, repeat, new CnnGenerator(), new FloorGenerator());
            (GeneratorTimes ours, GeneratorTimes floor) = (times[0], times[1]);
            Console.WriteLine($"| {models} | {Against(ours.Cold, floor.Cold)} | {ours.Cold / models:F2} "
                + $"| {Against(ours.UnrelatedEdit, floor.UnrelatedEdit)} | {Against(ours.ModelEdit, floor.ModelEdit)} |");
        }
    }

    private static void Build(int others, int pairs, bool server)
    {
        BuildTimes times = BuildTimes.Measure(ModelsOfBuild, others, pairs, server);
        Console.WriteLine();
        Console.WriteLine($"dotnet build of {ModelsOfBuild} models and {others} other files, "
            + $"{(server ? "compiler server, as by default" : "a compiler started for each build")}, median of {pairs} in turns: "
            + $"{times.With:F2} s with the generator, {times.Without:F2} s without ({(times.With / times.Without - 1) * 100:+0.0;-0.0} %)");
    }

    private static string Against(double ours, double floor) => $"{ours:F2} | {floor:F2} | {ours / floor:F2}";
}
