using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnGen.CodeFixes;

/// <summary>
/// Offers the fixes that the generator's diagnostics carry. It knows nothing of layers and shapes: what to write has been worked out
/// where the mistake was found.
/// </summary>
/// <remarks>
/// It is not [Shared]: that attribute's assembly is an older one in the editors of Roslyn 4.8 than any that can still be restored, and none
/// would load the fixes. Without state, several of these are as good as one.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixProvider))]
public sealed class FixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = typeof(RuleIds)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (string)field.GetRawConstantValue()!)
        .ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (OfferedFix fix in OfferedFix.Of(diagnostic))
            {
                Project project = context.Document.Project;
                var action = CodeAction.Create(
                    fix.Title, cancellation => FixedSolution.Of(project, fix, cancellation), fix.EquivalenceKey);
                context.RegisterCodeFix(action, diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
