using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

internal sealed partial class GeneratorRun
{
    /// <summary>The language versions that generated code promises: generic attributes came with 11.</summary>
    private static readonly LanguageVersion[] Languages = [LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.Latest];

    public GeneratorRun HasNoDiagnostics()
    {
        DidNotCrash();
        Diagnostics.ShouldBeEmpty(Report());
        return this;
    }

    /// <summary>Asserts that one diagnostic with this id is there that no earlier assertion took.</summary>
    public DiagnosticAssertion HasDiagnostic(string id)
    {
        DidNotCrash();
        Diagnostic? found = Diagnostics.FirstOrDefault(d => d.Id == id && !_asserted.Contains(d));
        found.ShouldNotBeNull($"no (further) {id}; reported: {Report()}");
        _asserted.Add(found);
        return new DiagnosticAssertion(this, found);
    }

    /// <summary>Asserts that every diagnostic was named by the test.</summary>
    public GeneratorRun HasNoOthers()
    {
        Diagnostics.Where(d => !_asserted.Contains(d)).ShouldBeEmpty(Report());
        return this;
    }

    /// <summary>Asserts that the generator did not throw: a crash (CS8785) loses all its output.</summary>
    public GeneratorRun DidNotCrash()
    {
        Result.Exception.ShouldBeNull();
        return this;
    }

    /// <summary>Asserts that sources and generated files compile without a warning, in this project's settings only.</summary>
    public GeneratorRun CompilesHere()
    {
        DidNotCrash();
        CompilerComplaints(GeneratedFiles.WithWarnings(Output, Input)).ShouldBeEmpty(Listing());
        return this;
    }

    /// <summary>Asserts that everything compiles without a warning, whatever the language version, nullable on or off.</summary>
    public GeneratorRun Compiles()
    {
        CompilesHere();
        foreach (LanguageVersion language in Languages)
        {
            foreach (NullableContextOptions nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
            {
                RunOptions options = _options with { Language = language, Nullable = nullable };
                string[] files = [.. Input.SyntaxTrees.Select(tree => ForOldCompilers(tree.ToString()))];
                ModelCompiler.GenerateFiles(files, options).CompilesHere();
            }
        }

        return this;
    }

    /// <summary>Errors and warnings of the compiler itself, in sources and generated files.</summary>
    public static IReadOnlyList<string> CompilerComplaints(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(d => d.ToString())];

    /// <summary>Before C# 12 a class needs its braces.</summary>
    public static string ForOldCompilers(string text) => BodylessClass().Replace(text, "$1 { }");

    [System.Text.RegularExpressions.GeneratedRegex(@"(class [\w@<>]+(?: : [\w., <>]+)?);")]
    private static partial System.Text.RegularExpressions.Regex BodylessClass();

    private string Report() => string.Join("\n", Diagnostics.Select(d => d.ToString()).Prepend("reported:"));

    private string Listing() => string.Join("\n", Files.Select(f => $"// ---- {f.Hint}\n{f.Text}"));
}
