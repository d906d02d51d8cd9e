using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using CnnGen.Completion;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Benchmarks.Generator;

/// <summary>What one keystroke in a network costs, in milliseconds; a list has all measurements.</summary>
/// <param name="Generator">The generator on the changed text, with all that it keeps.</param>
/// <param name="Analyzers">All analyzers together, one after the other, on what came of that; without what the compiler does for them.</param>
/// <param name="Completion">What Roslyn's service needs for its list below the last layer.</param>
/// <param name="OthersCompletion">The same in a project without CnnGen's provider.</param>
internal sealed record TypingTimes(List<double> Generator, List<double> Analyzers, List<double> Completion, List<double> OthersCompletion)
{
    // The first rounds are for the runtime to compile what is measured, and again what it finds to be called often: an editor runs for hours.
    private const int RoundsToWarmUp = 40;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(CnnGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly CompilationWithAnalyzersOptions s_options = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    public static TypingTimes Measure(int layers, int repeat)
    {
        var times = new TypingTimes([], [], [], []);
        MeasureEdits(layers, repeat, times);
        MeasureCompletion(layers, repeat, times.Completion, isOurs: true).GetAwaiter().GetResult();
        MeasureCompletion(layers, repeat, times.OthersCompletion, isOurs: false).GetAwaiter().GetResult();
        return times;
    }

    private static void MeasureEdits(int layers, int repeat, TypingTimes times)
    {
        var project = new BenchmarkProject(1, 0);
        GeneratorDriver driver = BenchmarkProject.Driver(new CnnGenerator()).RunGenerators(project.Compilation);
        for (int round = -RoundsToWarmUp; round < repeat; round++)
        {
            // Another number of filters each time, so that every shape is new.
            string text = BenchmarkSources.Deep(layers, 60 + round);
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGeneratorsAndUpdateCompilation(project.Replace(0, text), out Compilation output, out _);
            Add(times.Generator, round, start);
            AnalysisResult result = new CompilationWithAnalyzers(output, s_analyzers, s_options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
            int told = result.GetAllDiagnostics().Count(static diagnostic => diagnostic.Id == "CNN317");
            if (round >= 0)
            {
                times.Analyzers.Add(result.AnalyzerTelemetryInfo.Values.Sum(static analyzer => analyzer.ExecutionTime.TotalMilliseconds));
            }

            if (told != layers - 2)
            {
                throw new InvalidOperationException($"{told} of {layers - 2} shapes are told of.");
            }
        }
    }

    private static async Task MeasureCompletion(int layers, int repeat, List<double> times, bool isOurs)
    {
        var compilation = new BenchmarkProject(0, 0).Compilation;
        Project project = new AdhocWorkspace().AddProject("Typing", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options).WithMetadataReferences(compilation.References);
        if (isOurs)
        {
            project = project.AddAnalyzerReference(new AnalyzerFileReference(typeof(ModelCompletionProvider).Assembly.Location, new Loader()));
        }

        for (int round = -RoundsToWarmUp; round < repeat; round++)
        {
            string text = BenchmarkSources.Deep(layers, 60 + round, "[]\n");
            Document document = project.AddDocument("Deep.cs", SourceText.From(text));
            CompletionService service = CompletionService.GetService(document)!;
            int caret = text.IndexOf("[]", StringComparison.Ordinal) + 1;
            long start = Stopwatch.GetTimestamp();
            CompletionList list = await service.GetCompletionsAsync(document, caret);
            Add(times, round, start);
            if (isOurs != list.ItemsList.Any(static item => item.InlineDescription.StartsWith('→')))
            {
                throw new InvalidOperationException("The list has not what it should have.");
            }
        }
    }

    private static void Add(List<double> times, int round, long start)
    {
        if (round >= 0)
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
