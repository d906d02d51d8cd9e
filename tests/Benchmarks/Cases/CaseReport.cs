using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Benchmarks.Cases;

/// <summary>What is said of a file of declarations.</summary>
/// <param name="File">The file.</param>
/// <param name="Diagnostics">What the compiler, the generator and the analyzers say, hidden offers left out.</param>
/// <param name="Parameters">The parameter count of each model that was generated.</param>
/// <param name="Faults">What CnnGen did wrong.</param>
internal sealed record CaseReport(
    CaseFile File, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, long> Parameters, IReadOnlyList<string> Faults)
{
    /// <summary>The file and, indented, a line for each thing that is said, each model and each fault.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines()
    {
        yield return File.Name;
        foreach (Diagnostic diagnostic in Diagnostics)
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            yield return $"  {place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}: {Severity(diagnostic)} {diagnostic.Id}: "
                + diagnostic.GetMessage(CultureInfo.InvariantCulture);
        }

        foreach ((string model, long count) in File.IsPublished ? Parameters : new Dictionary<string, long>())
        {
            yield return $"  {model}: {count.ToString("N0", CultureInfo.InvariantCulture)} parameters";
        }

        foreach (string fault in Faults)
        {
            yield return $"  FAULT: {fault}";
        }
    }

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "hint",
    };
}
