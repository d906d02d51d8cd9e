using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Reading;

/// <summary>Finds out whether generated code can create a model that it uses: a compiler's error inside it would be nobody's to fix.</summary>
internal static class ModelObstacles
{
    /// <param name="type">The model that is used.</param>
    /// <param name="user">The model whose generated part creates it.</param>
    /// <param name="compilation">The project of the user.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static ModelObstacle Of(INamedTypeSymbol type, INamedTypeSymbol user, Compilation compilation, CancellationToken cancellation) =>
        !compilation.IsSymbolAccessibleWithin(type, user) ? ModelObstacle.Inaccessible
        : HasRequiredMembers(type) ? ModelObstacle.RequiredMembers
        : SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) ? InThisProject(type, compilation, cancellation)
        : InAnother(type, user, compilation);

    // The members that generated code needs come with the class's own generated part, now or after the next edit.
    private static ModelObstacle InThisProject(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        ClassReader.Read(type, compilation, cancellation) is { CanBeExtended: true, HasConstructorClash: false }
            ? ModelObstacle.None
            : ModelObstacle.ReportedThere;

    private static ModelObstacle InAnother(INamedTypeSymbol type, INamedTypeSymbol user, Compilation compilation)
    {
        INamedTypeSymbol? module = BasesOf(type).FirstOrDefault(static ancestor => ancestor.TypeKind == TypeKind.Error || ClassReader.IsModule(ancestor));
        return module is null || !HasConstructor(type, user, compilation) ? ModelObstacle.NotGenerated
            : module.TypeKind != TypeKind.Error ? ModelObstacle.None
            // A project without any torch is told so as a whole.
            : compilation.GetTypesByMetadataName(ModelReader.TorchType).IsEmpty ? ModelObstacle.ReportedThere
            : ModelObstacle.OtherTorch;
    }

    private static bool HasConstructor(INamedTypeSymbol type, INamedTypeSymbol user, Compilation compilation) => type.InstanceConstructors
        .Any(constructor => constructor.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(constructor, user));

    private static bool HasRequiredMembers(INamedTypeSymbol type) => BasesOf(type)
        .Prepend(type)
        .SelectMany(static declaring => declaring.GetMembers())
        .Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
