using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnGen.CodeFixes;

/// <summary>
/// Offers the mends that the generator's diagnostics carry. It knows nothing of layers and shapes: what to write has been worked out
/// where the mistake was found.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MendProvider))]
public sealed class MendProvider : CodeFixProvider
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
            foreach (OfferedMend mend in OfferedMend.Of(diagnostic))
            {
                Solution solution = context.Document.Project.Solution;
                var action = CodeAction.Create(
                    mend.Title, cancellation => MendedSolution.Of(solution, mend, cancellation), mend.EquivalenceKey);
                context.RegisterCodeFix(action, diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
