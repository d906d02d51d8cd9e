using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using CnnGen.Generator.Tests;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>
/// Mistake 23 of the most frequent: names of activations, paddings and losses are the compiler's to know, and its own spelling fix, which every
/// editor with Roslyn has, mends them.
/// </summary>
public class MisspeltNameTests
{
    [Theory]
    [InlineData("[Dense(10, Activation = Activation.Sofmax)]", "Sofmax", "Softmax")]
    [InlineData("[Conv2D(8, 3, Padding = Pad.Smae)]", "Smae", "Same")]
    public async Task Is_mended_by_the_editor_s_own_offer(string layer, string wrong, string right)
    {
        string text = ModelCompiler.Usings + $"[Model, Input(28, 28, 1)]\n{layer}\npublic partial class Cnn;\n";
        Document document = new AdhocWorkspace().AddProject("Models", LanguageNames.CSharp)
            .WithCompilationOptions(ModelCompiler.Compile([], RunOptions.Default).Options)
            .WithParseOptions(RunOptions.Default.Parse)
            .WithMetadataReferences(RunOptions.Default.References)
            .AddDocument("Models.cs", SourceText.From(text));
        Diagnostic diagnostic = (await document.GetSemanticModelAsync())!.GetDiagnostics().Single(found => found.Id == "CS0117");
        var offers = new List<CodeAction>();

        await SpellCheck().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));

        CodeAction offer = offers.SelectMany(static action => action.NestedActions.IsEmpty ? [action] : action.NestedActions.AsEnumerable())
            .First(action => action.Title.Contains(right, StringComparison.Ordinal));
        var operations = await offer.GetOperationsAsync(CancellationToken.None);
        SourceText mended = await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        mended.ToString().ShouldBe(text.Replace(wrong, right));
    }

    // Editors find it by its export.
    private static CodeFixProvider SpellCheck() => (CodeFixProvider)Activator.CreateInstance(
        Type.GetType("Microsoft.CodeAnalysis.CSharp.SpellCheck.CSharpSpellCheckCodeFixProvider, Microsoft.CodeAnalysis.CSharp.Features", throwOnError: true)!)!;
}
