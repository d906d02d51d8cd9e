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
    private const string TextFile = ".verified.txt";

    // A new version changes no snapshot.
    private static readonly string s_version = $"\"{typeof(CnnGenerator).Assembly.GetName().Version!.ToString(3)}\"";

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
            actual.Add(TextFile, Describe(run.Diagnostics));
        }

        Compare(new SnapshotFiles(testFile, method, scenario), actual);
    }

    /// <summary>Compares a text.</summary>
    public static void Verify(string text, string? scenario, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "") =>
        Compare(new SnapshotFiles(testFile, method, scenario), new Dictionary<string, string> { [TextFile] = text });

    /// <summary>Compares diagnostics alone.</summary>
    public static void Verify(
        IEnumerable<Diagnostic> diagnostics, string? scenario = null, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "") =>
        Verify(Describe(diagnostics), scenario, testFile, method);

    private static void Compare(SnapshotFiles files, IReadOnlyDictionary<string, string> actual) =>
        files.Compare(actual.ToDictionary(static file => file.Key, static file => file.Value.Replace(s_version, "\"{Version}\"")), SnapshotFiles.Accepting(Environment.GetEnvironmentVariable));

    /// <summary>Every diagnostic with the source line that it is on, and marks around what it underlines.</summary>
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
        }

        return text.ToString();
    }

    private static void AppendExcerpt(StringBuilder text, Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        string line = location.SourceTree!.GetText().Lines[span.StartLinePosition.Line].ToString();
        int start = span.StartLinePosition.Character;
        int end = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character : line.Length;
        text.Append("    ").Append(line, 0, start).Append("[|").Append(line, start, end - start).Append("|]").Append(line, end, line.Length - end).Append('\n');
    }
}
