using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Completion;

/// <summary>The inputs and layers that can be named, with their shapes.</summary>
internal static class NameOffers
{
    /// <summary>Whether an attribute takes names in front of its properties.</summary>
    public static bool AreTakenBy(string attribute) => attribute is "Output" or "Reuse" or "Use" || LayerRegistry.Find(attribute) is { ReadsSeveral: true };

    /// <summary>The nearest first; those that cannot be merged come last, with the reason.</summary>
    public static IEnumerable<Offer> Of(NetworkAbove above, CompletionPlace place)
    {
        bool isMerge = LayerRegistry.Find(place.Name) is { ReadsSeveral: true };
        var names = place.Name switch
        {
            "Reuse" when !place.IsFrom => above.Names.Where(static named => !named.IsInput),
            _ when isMerge && !place.IsFrom => above.Others,
            _ => above.Names,
        };
        return names
            .Select(named => Of(named.Name, named.Shape, place, isMerge && !place.IsFrom ? above.Current : null))
            .OrderBy(static offer => offer.Fault is null ? 0 : 1);
    }

    private static Offer Of(string name, Shape shape, CompletionPlace place, Shape? current)
    {
        string text = place.IsQuoted ? name : SymbolDisplay.FormatLiteral(name, quote: true);
        if (current is null)
        {
            return new Offer(text, shape.Text);
        }

        var merge = new AttributeDeclaration(0, AttributeKind.Layer, place.Name, 0, false, EquatableArray.Of(new Argument("layers", EquatableArray.Of(name))));
        Offer? merged = LayerOffers.Of(new LayerTemplate(text, merge), ("above", current), (name, shape));
        return merged?.Fault is { } fault ? new Offer(text, $"{shape.Text}: {LayerOffers.Short(fault)}", fault) : new Offer(text, shape.Text);
    }
}
