using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Pages.Tests;

/// <summary>
/// Compiles code of pages in memory as a strict project would, with the generator and all its advice. All that a test class needs is one
/// compilation, a namespace for each piece, since pages like to call their network <c>Net</c>.
/// </summary>
internal sealed class PageCompiler
{
    /// <summary>The file that a message names.</summary>
    public const string File = "Net.cs";

    private static readonly Type[] s_packages =
    [
        typeof(Interop.KerasFormat), typeof(Logging.TrainingLog), typeof(Pictures.PictureFile), typeof(Terminal.LiveView), typeof(Microsoft.Extensions.Logging.ILogger),
    ];

    // A page shows no documentation comments.
    private static readonly RunOptions s_options = RunOptions.Default with
    {
        NoWarn = ["CS1591"],
        HasAdvice = true,
        References = [.. RunOptions.Default.References, .. s_packages.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location))],
    };

    private static readonly Lazy<MetadataReference> s_given = new(CompileGiven);

    private readonly IReadOnlyList<string> _pieces;
    private readonly GeneratorRun _run;
    private readonly ILookup<SyntaxTree?, Diagnostic> _told;

    /// <param name="pieces">Declarations, statements, or both; each once.</param>
    public PageCompiler(IEnumerable<string> pieces)
    {
        _pieces = [.. pieces.Distinct()];
        _run = ModelCompiler.GenerateFiles(
            [.. _pieces.Select(Placed), Given.Usings], s_options with { References = [.. s_options.References, s_given.Value] }).DidNotCrash();
        _told = _run.Diagnostics
            .Concat(_run.Output.GetDiagnostics().Where(static found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed))
            .Distinct().OrderBy(static found => found.Location.SourceSpan.Start).ToLookup(static found => found.Location.SourceTree);
    }

    /// <summary>What is said of generated code, and of the whole: nothing should be.</summary>
    public IEnumerable<Diagnostic> ToldOfNoPiece => _told.Where(told => told.Key is null || !_run.Input.SyntaxTrees.Contains(told.Key)).SelectMany(static told => told);

    /// <summary>All that is said of a piece, by the compiler, by the generator and by its analyzers, in order.</summary>
    public IReadOnlyList<Diagnostic> Told(string piece) => [.. _told[_run.Input.SyntaxTrees[Index(piece)]]];

    /// <summary>The same, as a build prints it: without hints.</summary>
    public IEnumerable<string> Complaints(string piece) =>
        Told(piece).Where(static found => found.DefaultSeverity >= DiagnosticSeverity.Warning).Select(Message);

    /// <summary>A model's constant.</summary>
    public object? Constant(string piece, string model, string name) =>
        _run.Output.GetTypeByMetadataName($"{Space(Index(piece))}.{model}")!.GetMembers(name).OfType<IFieldSymbol>().Single().ConstantValue;

    /// <summary>A message as a build prints it.</summary>
    public static string Message(Diagnostic diagnostic)
    {
        var (line, first, _) = Place(diagnostic);
        return $"{File}({line},{first}): {diagnostic.DefaultSeverity.ToString().ToLowerInvariant()} {diagnostic.Id}: "
            + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Line, first and last column within the piece, from 1. One line is added in front.</summary>
    public static (int Line, int First, int Last) Place(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return (span.StartLinePosition.Line, span.StartLinePosition.Character + 1, span.EndLinePosition.Character);
    }

    private int Index(string piece) => _pieces.Select(static (text, index) => (text, index)).Single(entry => entry.text == piece).index;

    private static string Space(int index) => $"Piece{index}";

    // Statements go into a method. Who has a namespace keeps it.
    private static string Placed(string code, int index)
    {
        CompilationUnitSyntax file = CSharpSyntaxTree.ParseText(code, s_options.Parse).GetCompilationUnitRoot();
        string space = file.Members.Any(static member => member is BaseNamespaceDeclarationSyntax) ? "\n" : $"namespace {Space(index)};\n";
        string statements = string.Concat(file.Members.OfType<GlobalStatementSyntax>());
        return space + (statements.Length == 0 ? code : string.Concat(file.Usings.Select(static line => line.ToFullString()))
            + $"internal static class Statements{index}\n{{\ninternal static void Run()\n{{\n{statements.TrimStart()}\n}}\n}}\n"
            + string.Concat(file.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString())));
    }

    private static MetadataReference CompileGiven()
    {
        using var assembly = new MemoryStream();
        var result = ModelCompiler.GenerateFiles([Given.Source], s_options).CompilesHere().Output.WithAssemblyName("Given").Emit(assembly);
        result.Success.ShouldBeTrue(string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
