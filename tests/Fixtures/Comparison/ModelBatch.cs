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

    private readonly Dictionary<string, (string Constant, ModelSummary Data)> _summaries = [];
    private readonly ILookup<string, Diagnostic> _errors;

    /// <summary>Generates, compiles and loads the models.</summary>
    public ModelBatch(IReadOnlyList<ModelSource> models)
    {
        Compilation output = Generate(models, out ImmutableArray<Diagnostic> reported);
        using var image = new MemoryStream();
        bool isWhole = output.Emit(image).Success;
        _errors = reported.Concat(isWhole ? [] : output.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => ModelOf(diagnostic.Location));

        ModelSource[] sound = [.. models.Where(model => Errors(model).Count == 0)];
        if (isWhole)
        {
            Load(image, sound);
        }
        else if (sound.Length == models.Count)
        {
            throw new InvalidOperationException("Models without errors do not compile together:\n" + string.Join('\n', output.GetDiagnostics()));
        }
        else
        {
            _summaries = new ModelBatch(sound)._summaries;
        }
    }

    /// <summary>The errors of one model: the generator's first, then the compiler's.</summary>
    public IReadOnlyList<Diagnostic> Errors(ModelSource model) => [.. _errors[model.ClassName]];

    /// <summary>The constant <c>Summary</c> of a model without errors, and its summary as data.</summary>
    public (string Constant, ModelSummary Data) Summary(ModelSource model) => _summaries[model.ClassName];

    private static Compilation Generate(IEnumerable<ModelSource> models, out ImmutableArray<Diagnostic> reported)
    {
        CSharpCompilation input = CSharpCompilation.Create(
            "Fixtures",
            models.Select(model => CSharpSyntaxTree.ParseText(SourceText.From(model.Text, System.Text.Encoding.UTF8), path: model.FileName)),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(new CnnGenerator()).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out reported);
        return output;
    }

    private void Load(MemoryStream image, IEnumerable<ModelSource> models)
    {
        image.Position = 0;
        var context = new AssemblyLoadContext("fixtures", isCollectible: true);
        try
        {
            Assembly assembly = context.LoadFromStream(image);
            foreach (ModelSource model in models)
            {
                _summaries.Add(model.ClassName, Summary(assembly.GetType($"{ModelSource.Namespace}.{model.ClassName}")!));
            }
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
