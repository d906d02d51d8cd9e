using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Generated code names every type in full or by an alias of its own, so that no using and no type of the user's can change what it means.</summary>
[Trait("Checklist", "16")]
public class QualifiedNamesTests
{
    public static TheoryData<string> Declarations =>
        [.. LayerModels.All.Values, .. TrainingModels.All.Values, .. ErrorCases.All.Values.Where(c => c.KeepsMembers).Select(c => c.Source)];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Every_type_is_global_or_an_alias(string source)
    {
        GeneratorRun run = ModelCompiler.Generate(source);

        foreach (SyntaxTree tree in run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees).Where(tree => !IsShared(tree)))
        {
            SemanticModel model = run.Output.GetSemanticModel(tree);
            tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => IsFirst(name) && !name.IsVar && !IsAlias(name, model) && IsOfOthers(model.GetSymbolInfo(name).Symbol, tree))
                .Select(name => $"{name.Parent} at {name.GetLocation().GetLineSpan()}")
                .ShouldBeEmpty();
        }
    }

    /// <summary>The file that all models share has a namespace of its own, whose usings come before what is outside.</summary>
    [Fact]
    public void The_shared_file_minds_no_types_outside() => ModelCompiler.GenerateFiles([
        string.Join('\n', new[] { "Array", "Func", "Action", "List", "Enumerable", "IDisposable", "Span", "BinaryWriter", "Tensor", "Modules" }
            .Select(name => $"internal sealed class {name} {{ }}")),
        ModelCompiler.Usings + TrainingModels.All["Lion"]]).HasNoDiagnostics().CompilesHere();

    /// <summary>The test would be worth nothing if it saw no types.</summary>
    [Fact]
    public void Bare_names_are_seen()
    {
        GeneratorRun run = ModelCompiler.GenerateFiles(["using System; class C { void M() { Console.WriteLine(); } }"]);
        SyntaxTree tree = run.Input.SyntaxTrees[0];
        SimpleNameSyntax name = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().First(candidate => candidate.ToString() == "Console");

        (IsFirst(name) && IsOfOthers(run.Output.GetSemanticModel(tree).GetSymbolInfo(name).Symbol, tree)).ShouldBeTrue();
    }

    private static bool IsShared(SyntaxTree tree) => tree.FilePath.EndsWith(GeneratorRun.SharedFile, StringComparison.Ordinal);

    // In a using directive it is the alias itself.
    private static bool IsAlias(SimpleNameSyntax name, SemanticModel model) =>
        name is IdentifierNameSyntax identifier && (model.GetAliasInfo(identifier) is not null || name.Parent is NameEqualsSyntax);

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
