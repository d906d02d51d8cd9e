using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Fixtures;

/// <summary>Models that are compiled together, as one project.</summary>
internal sealed class ModelBatch : IDisposable
{
    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ModelSummary).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    private readonly AssemblyLoadContext _context = new("fixtures", isCollectible: true);
    private readonly Assembly _assembly;
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

        if (!isWhole)
        {
            image.SetLength(0);
            Compilation sound = Generate(models.Where(model => Errors(model).Count == 0), out _);
            EmitResult emitted = sound.Emit(image);
            if (!emitted.Success)
            {
                throw new InvalidOperationException("Models without errors do not compile together:\n" + string.Join('\n', emitted.Diagnostics));
            }
        }

        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    /// <summary>The errors of one model: the generator's first, then the compiler's.</summary>
    public IReadOnlyList<Diagnostic> Errors(ModelSource model) => [.. _errors[model.ClassName]];

    /// <summary>The class of a model without errors.</summary>
    public Type Type(ModelSource model) => _assembly.GetType($"{ModelSource.Namespace}.{model.TypeName}")!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

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

    // A model's own file is named after it, and a generated one after its full name.
    private static string ModelOf(Location location)
    {
        string name = Path.GetFileName(location.GetLineSpan().Path ?? "").Replace($"{ModelSource.Namespace}.", "");
        int end = name.IndexOf('.');
        return end < 0 ? name : name[..end];
    }
}
