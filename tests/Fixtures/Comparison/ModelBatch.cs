using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Fixtures;

/// <summary>Models that are compiled together, as one project.</summary>
internal sealed class ModelBatch
{
    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ModelSummary).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    private readonly Compilation _output;
    private readonly ILookup<string, Diagnostic> _errors;

    /// <summary>Runs the generator over the models.</summary>
    public ModelBatch(IEnumerable<ModelSource> models)
    {
        CSharpCompilation input = CSharpCompilation.Create(
            "Fixtures",
            models.Select(model => CSharpSyntaxTree.ParseText(SourceText.From(model.Text, System.Text.Encoding.UTF8), path: model.FileName)),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(new CnnGenerator()).RunGeneratorsAndUpdateCompilation(input, out _output, out ImmutableArray<Diagnostic> reported);
        _errors = reported.Concat(_output.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => ModelOf(diagnostic.Location));
    }

    /// <summary>The errors of one model: the generator's first, then the compiler's.</summary>
    public IReadOnlyList<Diagnostic> Errors(ModelSource model) => [.. _errors[model.ClassName]];

    /// <summary>Compiles models and returns for each the constant <c>Summary</c> and the summary as data; none of them has errors.</summary>
    public static IReadOnlyDictionary<string, (string Constant, ModelSummary Data)> Load(IReadOnlyList<ModelSource> models)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = new ModelBatch(models)._output.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException("Models without errors do not compile together:\n" + string.Join('\n', emitted.Diagnostics));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("fixtures", isCollectible: true);
        try
        {
            Assembly assembly = context.LoadFromStream(image);
            return models.ToDictionary(model => model.ClassName, model => Summary(assembly.GetType($"{ModelSource.Namespace}.{model.ClassName}")!));
        }
        finally
        {
            context.Unload();
        }
    }

    private static (string, ModelSummary) Summary(Type type) => (
        (string)type.GetField("Summary", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!,
        (ModelSummary)type.GetProperty("Architecture", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

    // A model's own file is named after it, and a generated one after its full name.
    private static string ModelOf(Location location)
    {
        string name = Path.GetFileName(location.GetLineSpan().Path ?? "").Replace($"{ModelSource.Namespace}.", "");
        int end = name.IndexOf('.');
        return end < 0 ? name : name[..end];
    }
}
