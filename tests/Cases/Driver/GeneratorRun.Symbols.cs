using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

internal sealed partial class GeneratorRun
{
    /// <summary>The only class in the sources that carries <c>[Model]</c>, as the compiler sees it with its generated half.</summary>
    public INamedTypeSymbol Model => Output.SyntaxTrees
        .Take(Input.SyntaxTrees.Length)
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()
            .Select(node => Output.GetSemanticModel(tree).GetDeclaredSymbol(node)))
        .OfType<INamedTypeSymbol>()
        .Where(type => type.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(ModelAttribute)))
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .Single();

    /// <summary>A constant of the model, read at compile time.</summary>
    public object? Constant(string name)
    {
        IFieldSymbol field = Model.GetMembers(name).OfType<IFieldSymbol>().ShouldHaveSingleItem();
        field.IsConst.ShouldBeTrue($"{name} is not a constant");
        return field.ConstantValue;
    }

    /// <summary>The Keras summary, which is a constant of the model.</summary>
    public string SummaryConstant() => Constant("Summary").ShouldBeOfType<string>();
}
