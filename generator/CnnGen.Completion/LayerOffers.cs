using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace CnnGen.Completion;

/// <summary>The layers that can stand below others: those that fit with the shape that they give, the rest with the reason.</summary>
internal static class LayerOffers
{
    // The nearest of those that a merge could take are tried.
    private const int MostNames = 20;

    private const string Input = "input";

    // What most networks are made of comes first; the others follow by their names.
    private static readonly string[] s_usual =
    {
        "Conv2D", "Dense", "MaxPooling2D", "Flatten", "GlobalAveragePooling2D", "BatchNormalization", "ReLU", "Dropout", "Add", "Concatenate", "Conv1D", "Conv3D",
    };

    /// <summary>Those that fit come first.</summary>
    public static IEnumerable<Offer> Of(NetworkAbove above, Compilation compilation)
    {
        if (above.Current is not { } shape || compilation.GetTypeByMetadataName("CnnGen.LayerAttribute") is not { } attribute)
        {
            return [];
        }

        // A layer that reads another size than it is told would be told of where it is written.
        return Classifiers(above, shape)
            .Concat(attribute.ContainingNamespace.GetTypeMembers()
                .Where(type => !type.IsAbstract && type.Arity == 0 && IsLayer(type, attribute))
                .OrderBy(static type => Rank(type.Name)).ThenBy(static type => type.Name, StringComparer.Ordinal)
                .Select(type => LayerTemplate.Of(type, shape))
                .OfType<LayerTemplate>()
                .Select(template => Of(template, above, shape))
                .OfType<Offer>())
            .OrderBy(static offer => offer.Fault is null ? 0 : 1);
    }

    /// <summary>What is said of a layer on what it would get; <see langword="null"/> for one that nothing is known of.</summary>
    public static Offer? Of(LayerTemplate layer, params (string Name, Shape Shape)[] inputs)
    {
        CheckedNetwork network = NetworkAbove.Try(layer.Declaration, inputs);
        if (network.Problems.Count > 0)
        {
            string fault = MessageOf(network.Problems[0]);
            return new Offer(layer.Text, Short(fault), fault);
        }

        return network.Layers.LastOrDefault() is { Node: var node }
            ? new Offer(layer.Text, node.Parameters == 0 ? $"→ {node.Output.Text}" : $"→ {node.Output.Text}, {Number(node.Parameters)} {(node.Parameters == 1 ? "parameter" : "parameters")}")
            : null;
    }

    private static Offer? Of(LayerTemplate template, NetworkAbove above, Shape shape)
    {
        if (LayerRegistry.Find(template.Declaration.Name) is not { } layer)
        {
            return null;
        }

        if (!layer.ReadsSeveral)
        {
            return Of(template, (Input, shape));
        }

        // The nearest that fits; where none does, the reason of the nearest.
        Offer? nearest = null;
        foreach (var (name, other, _) in above.Others.Take(MostNames))
        {
            Offer? merge = Of(template.Naming(name), ("above", shape), (name, other));
            nearest ??= merge;
            if (merge is { Fault: null })
            {
                return merge;
            }
        }

        return nearest;
    }

    // Where the data say how many classes there are, the layer that tells them apart.
    private static IEnumerable<Offer> Classifiers(NetworkAbove above, Shape shape)
    {
        if (shape.IsVector && above.Reading.Declaration.Data?.Targets.FirstOrDefault() is { Classes: > 2 and var classes })
        {
            var dense = new AttributeDeclaration(0, AttributeKind.Layer, "Dense", 0, false, Generator.Text.EquatableArray.Of(new Argument("units", classes)));
            if (Of(new LayerTemplate($"Dense({Generator.Text.Words.Text(classes)}, Activation = Activation.Softmax)", dense), (Input, shape)) is { } offer)
            {
                yield return offer;
            }
        }
    }

    private static bool IsLayer(ITypeSymbol type, ISymbol attribute)
    {
        INamedTypeSymbol? ancestor = type.BaseType;
        while (ancestor is not null && !SymbolEqualityComparer.Default.Equals(ancestor, attribute))
        {
            ancestor = ancestor.BaseType;
        }

        return ancestor is not null;
    }

    private static int Rank(string type) => Array.FindIndex(s_usual, usual => type == usual + "Attribute") is >= 0 and var rank ? rank : s_usual.Length;

    /// <summary>A problem in words.</summary>
    public static string MessageOf(Problem problem) => string.Format(
        CultureInfo.InvariantCulture, Rules.Of(problem.Id).MessageFormat.ToString(CultureInfo.InvariantCulture), problem.Arguments.ToArray<object>());

    /// <summary>The first part of a message: the list has one line.</summary>
    public static string Short(string message)
    {
        int end = new[] { message.IndexOf(" (", StringComparison.Ordinal), message.IndexOf(". ", StringComparison.Ordinal) }
            .Where(static place => place > 0).DefaultIfEmpty(message.Length).Min();
        return message.Substring(0, end).TrimEnd('.');
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
