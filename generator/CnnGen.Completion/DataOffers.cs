using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Models;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Completion;

/// <summary>The data sets that a model can be trained with.</summary>
internal static class DataOffers
{
    private const string Library = "CnnGen";

    /// <summary>Those that fit come first.</summary>
    public static IEnumerable<Offer> Of(NetworkAbove above, INamedTypeSymbol model, SemanticModel semantics, int position, CancellationToken cancellation)
    {
        ModelDeclaration declaration = above.Reading.Declaration;
        return Assemblies(semantics.Compilation)
            .SelectMany(assembly => TypesOf(assembly.GlobalNamespace, cancellation))
            .Where(type => semantics.Compilation.IsSymbolAccessibleWithin(type, model))
            .Select(type => (Type: type, Data: DataReader.ReadData(type)))
            .Where(static found => found.Data.HasImageData || found.Data.HasParts)
            .Select(found => Of(found.Type.ToMinimalDisplayString(semantics, position), found.Data, declaration))
            .OrderBy(static offer => offer.Fault is null ? 0 : 1).ThenBy(static offer => offer.Text, System.StringComparer.Ordinal);
    }

    private static Offer Of(string name, DataDeclaration data, ModelDeclaration declaration)
    {
        Problem? problem = ModelBuilder.Check(With(declaration, data)).Problems.FirstOrDefault(static problem => problem.Id.CompareTo("CNN2") > 0);
        string said = string.Join("; ", data.Inputs.Select(static input => string.Join("×", input.Shape.Select(static size => Words.Text(size))))
            .Concat(data.Targets.Where(static target => target.Classes > 0).Select(static target => $"{Words.Text(target.Classes)} classes")));
        string? fault = problem is null ? null : LayerOffers.MessageOf(problem);
        return new Offer(name, fault is null ? said : $"{said}: {LayerOffers.Short(fault)}", fault);
    }

    // The type argument that is being written is not known yet.
    private static ModelDeclaration With(ModelDeclaration declaration, DataDeclaration data) => declaration with
    {
        Data = data,
        Attributes = declaration.Attributes
            .Where(static attribute => attribute.Kind is not (AttributeKind.Training or AttributeKind.Unresolved))
            .Append(new AttributeDeclaration(declaration.Attributes.Count, AttributeKind.Training, "Training", 0, false, EquatableArray<Argument>.Empty))
            .ToEquatableArray(),
    };

    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(static assembly => assembly.Name == Library || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static other => other.Name == Library)))
        .Prepend(compilation.Assembly);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in TypesOf(member, cancellation))
            {
                yield return inner;
            }
        }
    }
}
