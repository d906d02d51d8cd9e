using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Generated code names every type in full, so that no using and no type of the user's can change what it means.</summary>
[Trait("Checklist", "16")]
public class QualifiedNamesTests
{
    public static TheoryData<string> Declarations =>
        [.. LayerModels.All.Values, .. TrainingModels.All.Values, .. ErrorCases.All.Values.Where(c => c.KeepsMembers).Select(c => c.Source)];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Every_type_is_global(string source)
    {
        GeneratorRun run = ModelCompiler.Generate(source);

        foreach (SyntaxTree tree in run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees))
        {
            SemanticModel model = run.Output.GetSemanticModel(tree);
            tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => IsFirst(name) && !name.IsVar && IsOfOthers(model.GetSymbolInfo(name).Symbol, tree))
                .Select(name => $"{name.Parent} at {name.GetLocation().GetLineSpan()}")
                .ShouldBeEmpty();
        }
    }

    /// <summary>The test would be worth nothing if it saw no types.</summary>
    [Fact]
    public void Bare_names_are_seen()
    {
        GeneratorRun run = ModelCompiler.GenerateFiles(["using System; class C { void M() { Console.WriteLine(); } }"]);
        SyntaxTree tree = run.Input.SyntaxTrees[0];
        SimpleNameSyntax name = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().First(candidate => candidate.ToString() == "Console");

        (IsFirst(name) && IsOfOthers(run.Output.GetSemanticModel(tree).GetSymbolInfo(name).Symbol, tree)).ShouldBeTrue();
    }

    // Not what stands behind a dot or behind 'global::'.
    private static bool IsFirst(SimpleNameSyntax name) => name.Parent switch
    {
        AliasQualifiedNameSyntax => false,
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax access => access.Expression == name,
        NamespaceDeclarationSyntax or FileScopedNamespaceDeclarationSyntax => false,
        _ => !name.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(space => space.Name.Span.Contains(name.Span)),
    };

    private static bool IsOfOthers(ISymbol? symbol, SyntaxTree tree) => symbol is INamespaceSymbol
        || (symbol is INamedTypeSymbol && !symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree))
        // The constructor of an attribute.
        || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && IsOfOthers(constructor.ContainingType, tree));
}
