using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What a test says about one diagnostic; afterwards it goes on with the run.</summary>
internal sealed class DiagnosticAssertion(GeneratorRun run, Diagnostic diagnostic)
{
    /// <summary>The squiggle covers exactly this text.</summary>
    public DiagnosticAssertion At(string text)
    {
        SourceText.ShouldBe(text, diagnostic.ToString());
        return this;
    }

    /// <summary>The squiggle lies within this attribute, which tells equal texts apart.</summary>
    public DiagnosticAssertion In(string attribute)
    {
        AttributeSyntax? found = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan)
            .FirstAncestorOrSelf<AttributeSyntax>();
        found.ShouldNotBeNull($"not within an attribute: {diagnostic}");
        found.ToString().ShouldBe(attribute, diagnostic.ToString());
        return this;
    }

    /// <summary>The message contains each of these.</summary>
    public DiagnosticAssertion Saying(params string[] parts)
    {
        foreach (string part in parts)
        {
            Message.ShouldContain(part, Case.Sensitive);
        }

        return this;
    }

    public DiagnosticAssertion AsError() => As(DiagnosticSeverity.Error);

    public DiagnosticAssertion AsWarning() => As(DiagnosticSeverity.Warning);

    /// <summary>A hint is shown in editors and in no build.</summary>
    public DiagnosticAssertion AsHint() => As(DiagnosticSeverity.Info);

    private DiagnosticAssertion As(DiagnosticSeverity severity)
    {
        diagnostic.DefaultSeverity.ShouldBe(severity);
        return this;
    }

    public DiagnosticAssertion HasDiagnostic(string id) => run.HasDiagnostic(id);

    public GeneratorRun HasNoOthers() => run.HasNoOthers();

    private string Message => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private string SourceText => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
