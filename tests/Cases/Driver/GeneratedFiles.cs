using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>What the generator added to a compilation.</summary>
internal static class GeneratedFiles
{
    private const string NoWarnings = "\n#pragma warning disable\n";

    // TorchSharp's class is called torch.
    private const string LowerCase = "\n#pragma warning disable CS8981\n";

    public static IEnumerable<SyntaxTree> Of(Compilation output, Compilation input) => output.SyntaxTrees.Except(input.SyntaxTrees);

    /// <summary>
    /// The same with the compiler's warnings about generated files, which those turn off for the sake of what users write beside them:
    /// they are to have none of their own.
    /// </summary>
    public static CSharpCompilation WithWarnings(CSharpCompilation output, Compilation input)
    {
        SyntaxTree[] silenced = [.. Of(output, input).Where(static tree => tree.ToString().Contains(NoWarnings, StringComparison.Ordinal))];
        return output.RemoveSyntaxTrees(silenced).AddSyntaxTrees(silenced.Select(static tree => tree.WithChangedText(
            SourceText.From(tree.ToString().Replace(NoWarnings, LowerCase, StringComparison.Ordinal), System.Text.Encoding.UTF8))));
    }

    /// <summary>Whether a generated file has members that can only throw.</summary>
    public static bool IsStub(SyntaxTree tree) => tree.ToString().Contains(" BuildErrors() =>", StringComparison.Ordinal);
}
