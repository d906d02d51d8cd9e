using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Reading;

/// <summary>Looks up the methods that [Training] and [Output] name as losses and metrics. Only those: other edits of the class leave the model as it was.</summary>
internal static class OwnFunctions
{
    private const string Tensor = "TorchSharp.torch.Tensor";

    /// <summary>Each name once.</summary>
    public static EquatableArray<OwnFunction> Of(INamedTypeSymbol symbol, IEnumerable<AttributeDeclaration> attributes) => attributes
        .Where(static attribute => attribute.Kind is AttributeKind.Training or AttributeKind.Output)
        .SelectMany(Names)
        .Distinct()
        .Select(name => new OwnFunction(name, FaultOf(symbol.GetMembers(name).OfType<IMethodSymbol>())))
        .ToEquatableArray();

    private static IEnumerable<string> Names(AttributeDeclaration attribute)
    {
        if (attribute["CustomLoss"] is string loss)
        {
            yield return loss;
        }

        if (attribute["CustomMetrics"] is EquatableArray<string> metrics)
        {
            foreach (string metric in metrics)
            {
                yield return metric;
            }
        }
    }

    // Of several overloads the best one counts.
    private static OwnFunctionFault FaultOf(IEnumerable<IMethodSymbol> methods) =>
        methods.Select(FaultOf).OrderBy(static fault => fault == OwnFunctionFault.None ? 0 : 1).DefaultIfEmpty(OwnFunctionFault.Missing).First();

    private static OwnFunctionFault FaultOf(IMethodSymbol method) => method switch
    {
        { IsStatic: false } => OwnFunctionFault.NotStatic,
        { IsGenericMethod: true } => OwnFunctionFault.Generic,
        { Parameters: [{ RefKind: RefKind.None } first, { RefKind: RefKind.None } second] }
            when IsTensor(first.Type) && IsTensor(second.Type) && IsTensor(method.ReturnType) => OwnFunctionFault.None,
        _ => OwnFunctionFault.OtherTypes,
    };

    private static bool IsTensor(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == Tensor;
}
