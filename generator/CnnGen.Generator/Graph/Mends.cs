using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Graph;

/// <summary>Mends that several rules have in common.</summary>
internal static class Mends
{
    /// <summary>Puts a layer between a layer and what it takes.</summary>
    /// <param name="layer">The new layer with its arguments but for From: <c>Flatten</c>, <c>Conv2D(8, 1)</c>.</param>
    /// <param name="reader">The attribute of the layer that is to take it.</param>
    /// <param name="name">That layer's name.</param>
    public static Mend Insert(string layer, AttributeDeclaration reader, string name)
    {
        string title = $"Insert [{layer}] above {name}";
        return reader.From is { } from
            ? new Mend(title, Edit.InsertAbove(reader.Index, WithFrom(layer, from)), Edit.Unset(reader.Index, "From"))
            : new Mend(title, Edit.InsertAbove(reader.Index, layer));
    }

    /// <summary>Lays out a map in one row in front of a Dense layer, whose claim about what comes in is corrected.</summary>
    public static Mend InsertFlatten(AttributeDeclaration reader, Node node)
    {
        const string claim = "InputFeatures";
        Mend mend = Insert("Flatten", reader, node.Name);
        return reader[claim] is null
            ? mend
            : mend with { Edits = mend.Edits.Append(Edit.Set(reader.Index, claim, Words.Text(node.Input.Count))).ToEquatableArray() };
    }

    /// <summary>Lets a layer end in another activation: by its argument, or by the layer of that name.</summary>
    public static Mend Activate(AttributeDeclaration attribute, string? argument, string activation)
    {
        string name = attribute.LayerName is { } given ? $"(Name = {Literal(given)})" : "";
        return new Mend($"Use Activation.{activation}", argument is null
            ? Edit.Replace(attribute.Index, activation + name)
            : Edit.Set(attribute.Index, argument, $"Activation.{activation}"));
    }

    /// <summary>Brings one input of a merge to the shape of the others with a 1×1 convolution.</summary>
    /// <param name="merge">The merge layer.</param>
    /// <param name="sources">What it merges, by their names.</param>
    /// <param name="place">Which of these is brought to shape.</param>
    /// <param name="projection">The convolution, without From and Name.</param>
    public static Mend Project(AttributeDeclaration merge, IReadOnlyList<string> sources, int place, string projection)
    {
        string name = $"{sources[place]}_projection";
        IEnumerable<string> merged = sources.Select((source, i) => Literal(i == place ? name : source));
        var edits = new List<Edit>
        {
            Edit.InsertAbove(merge.Index, $"{projection}, From = {Literal(sources[place])}, Name = {Literal(name)})"),
            Edit.Set(merge.Index, "layers", string.Join(", ", merged)),
        };
        if (merge.From is not null)
        {
            edits.Add(Edit.Unset(merge.Index, "From"));
        }

        return new Mend($"Insert [{projection})] behind {sources[place]}", edits.ToEquatableArray());
    }

    /// <summary>The 1×1 convolution that makes one shape of another; <see langword="null"/> where none does.</summary>
    public static string? Projection(Shape wanted, Shape given)
    {
        string name = $"Conv{Words.Text(wanted.Rank - 1)}D";
        int stride = Math.Max(1, (int)Math.Round(given.Spatial[0] / (double)wanted.Spatial[0]));
        if (LayerRegistry.Find(name) is null || Enumerable.Range(0, wanted.Spatial.Count).Any(DoesNotFit))
        {
            return null;
        }

        return $"{name}({Words.Text(wanted.Channels)}, 1" + (stride > 1 ? $", Strides = {Words.Text(stride)}" : "");

        // A kernel of one pixel needs no padding.
        bool DoesNotFit(int axis) => (given.Spatial[axis] + stride - 1) / stride != wanted.Spatial[axis];
    }

    /// <summary>A string as C# writes it.</summary>
    public static string Literal(string text) => Literals.String(text);

    private static string WithFrom(string layer, string from)
    {
        string argument = $"From = {Literal(from)}";
        return layer.EndsWith(")") ? $"{layer.Substring(0, layer.Length - 1)}, {argument})" : $"{layer}({argument})";
    }
}
