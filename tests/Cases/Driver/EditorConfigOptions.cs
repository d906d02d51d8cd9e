using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>Reads severities from an <c>.editorconfig</c>, as the compiler's command line does.</summary>
internal sealed class EditorConfigOptions(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
{
    public static EditorConfigOptions Parse(string text) =>
        new(AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, ModelCompiler.Folder + ".editorconfig") }));

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
