using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Compares what a test produced with files next to it, named as Verify names them:
/// <c>Class.Method#Hint.verified.cs</c> for a generated file, <c>Class.Method.verified.txt</c> for diagnostics.
/// </summary>
internal static class Snapshot
{
    private const string DiagnosticsFile = ".verified.txt";

    /// <summary>Compares the generated files and the diagnostics of a run.</summary>
    /// <param name="run">What to compare.</param>
    /// <param name="scenario">Tells the rows of a theory apart.</param>
    public static void Verify(
        GeneratorRun run, string? scenario = null, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        run.DidNotCrash();
        var actual = run.Files.ToDictionary(f => $"#{Path.GetFileNameWithoutExtension(f.Hint)}.verified.cs", f => f.Text);
        if (run.Diagnostics.Length > 0)
        {
            actual.Add(DiagnosticsFile, Describe(run.Diagnostics));
        }

        Compare(new SnapshotFiles(testFile, method, scenario), actual);
    }

    /// <summary>Compares diagnostics alone.</summary>
    public static void Verify(
        IEnumerable<Diagnostic> diagnostics, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "") =>
        Compare(
            new SnapshotFiles(testFile, method, scenario: null), new Dictionary<string, string> { [DiagnosticsFile] = Describe(diagnostics) });

    private static void Compare(SnapshotFiles files, IReadOnlyDictionary<string, string> actual) =>
        files.Compare(actual, SnapshotFiles.Accepting(Environment.GetEnvironmentVariable));

    /// <summary>Every diagnostic with the source line that it underlines.</summary>
    private static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            text.Append(diagnostic.Severity.ToString().ToLowerInvariant()).Append(' ').Append(diagnostic.Id).Append(": ")
                .Append(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
            if (diagnostic.Location.IsInSource)
            {
                AppendExcerpt(text, diagnostic.Location);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void AppendExcerpt(StringBuilder text, Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        string line = location.SourceTree!.GetText().Lines[span.StartLinePosition.Line].ToString();
        int start = span.StartLinePosition.Character;
        int end = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character : line.Length;
        text.Append("    ").Append(line).Append('\n')
            .Append(' ', 4 + start).Append('~', Math.Max(1, end - start)).Append('\n');
    }
}
