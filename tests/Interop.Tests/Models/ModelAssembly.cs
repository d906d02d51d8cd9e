using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CnnGen.Interop.Tests.Models;

/// <summary>Many models compiled together, as one project: much faster than each for itself.</summary>
internal sealed partial class ModelAssembly
{
    private readonly Assembly _assembly;

    /// <param name="files">Whole files; classes of several files must not have the same full name.</param>
    public ModelAssembly(IEnumerable<string> files)
    {
        CSharpCompilation input = CSharpCompilation.Create(
            "Models",
            files.Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"File{i}.cs")),
            [.. FrameworkReferences.All, References.CnnGen, References.Torch],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(new CnnGenerator()).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        using var image = new MemoryStream();
        EmitResult emitted = output.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        _assembly = new AssemblyLoadContext("models").LoadFromStream(image);
    }

    /// <summary>All models, in the order of their names.</summary>
    public IEnumerable<Type> Models => _assembly.GetTypes().Where(static type => typeof(INetwork).IsAssignableFrom(type)).OrderBy(static type => type.FullName, StringComparer.Ordinal);

    /// <summary>The model of that full name.</summary>
    public Type Model(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Declarations as files, each with a namespace of its own.</summary>
    public static IEnumerable<string> InNamespaces(string corpus, IEnumerable<KeyValuePair<string, string>> declarations) => declarations.Select(
        declaration => $"using CnnGen; namespace {corpus}.Of{NotOfNames().Replace(declaration.Key, "_")};\n{declaration.Value}");

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotOfNames();
}
