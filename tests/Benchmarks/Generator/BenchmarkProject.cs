using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchSharp;

namespace CnnGen.Benchmarks.Generator;

/// <summary>A project in memory: models, and other files around them.</summary>
internal sealed class BenchmarkProject
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ICnnModel).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(torch).Assembly.Location),
    ];

    private readonly int _models;

    /// <param name="models">Models of <see cref="BenchmarkSources.Layers"/> layers.</param>
    /// <param name="others">Files without models.</param>
    public BenchmarkProject(int models, int others)
    {
        _models = models;
        IEnumerable<string> texts = Enumerable.Range(0, models).Select(number => BenchmarkSources.Model(number))
            .Concat(Enumerable.Range(0, others).Select(number => BenchmarkSources.Other(number)));
        Compilation = CSharpCompilation.Create(
            "Project", texts.Select(Parse), s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>A driver that has run nothing yet.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parse);

    /// <summary>The project after an edit of a file without models.</summary>
    public CSharpCompilation EditOther(int edits) => Replace(_models, BenchmarkSources.Other(0, edits));

    /// <summary>The project after an edit of the first model.</summary>
    public CSharpCompilation EditModel(int edits) => Replace(0, BenchmarkSources.Model(0, 10 + edits));

    /// <summary>The project with another text of a file.</summary>
    public CSharpCompilation Replace(int file, string text) =>
        Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[file], Parse(text));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, s_parse);
}
