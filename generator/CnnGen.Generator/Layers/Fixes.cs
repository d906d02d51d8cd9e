using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>Fixes that several rules have in common.</summary>
internal static class Fixes
{
    /// <summary>Puts a layer between a layer and what it takes.</summary>
    /// <param name="layer">The new layer with its arguments but for From: <c>Flatten</c>, <c>Conv2D(8, 1)</c>.</param>
    /// <param name="reader">The attribute of the layer that is to take it.</param>
    /// <param name="name">That layer's name.</param>
    public static Fix Insert(string layer, AttributeDeclaration reader, string name)
    {
        string title = $"Insert [{layer}] above {name}";
        return reader.From is { } from
            ? new Fix(title, Edit.InsertAbove(reader.Index, WithFrom(layer, from)), Edit.Unset(reader.Index, "From"))
            : new Fix(title, Edit.InsertAbove(reader.Index, layer));
    }

    /// <summary>Lays out a map in one row in front of a Dense layer, whose claim about what comes in is corrected.</summary>
    public static Fix InsertFlatten(AttributeDeclaration reader, Node node)
    {
        const string claim = "InputFeatures";
        Fix fix = Insert("Flatten", reader, node.Name);
        return reader[claim] is null
            ? fix
            : fix with { Edits = fix.Edits.Append(Edit.Set(reader.Index, claim, Words.Text(node.Input.Count))).ToEquatableArray() };
    }

    /// <summary>Writes another layer in the place of one: with its name, on what it takes, and frozen if it was.</summary>
    /// <param name="attribute">The layer's attribute.</param>
    /// <param name="layer">The new layer without these: <c>GlobalAveragePooling2D</c>.</param>
    public static Edit Replace(AttributeDeclaration attribute, string layer)
    {
        var kept = new List<string>();
        if (attribute.From is { } from)
        {
            kept.Add($"From = {Literal(from)}");
        }

        if (attribute.LayerName is { } name)
        {
            kept.Add($"Name = {Literal(name)}");
        }

        if (attribute["Trainable"] is bool isTrainable)
        {
            kept.Add($"Trainable = {Literals.Boolean(isTrainable)}");
        }

        return Edit.Replace(attribute.Index, kept.Count == 0 ? layer : With(layer, string.Join(", ", kept)));
    }

    /// <summary>Lets a layer end in another activation: by its argument, or as another layer where it is nothing but an activation.</summary>
    /// <returns><see langword="null"/> where another layer would have to stand below it.</returns>
    public static Fix? Activate(AttributeDeclaration attribute, Layer layer, Activation activation)
    {
        string title = $"Use Activation.{activation}";
        return layer.ActivationArgument is { } argument ? new Fix(title, Edit.Set(attribute.Index, argument, $"Activation.{activation}"))
            : layer is ElementwiseLayer ? new Fix(title, Replace(attribute, ActivationLayer(activation)))
            : null;
    }

    /// <summary>An activation as a layer of its own: <c>Tanh</c>, or <c>Activation(Activation.Exponential)</c> where none has its name.</summary>
    public static string ActivationLayer(Activation activation) =>
        LayerRegistry.Find(activation.ToString()) is null ? $"Activation(Activation.{activation})" : activation.ToString();

    /// <summary>Brings one input of a merge to the shape of the others with a 1×1 convolution.</summary>
    /// <param name="merge">The merge layer.</param>
    /// <param name="sources">What it merges, by their names.</param>
    /// <param name="place">Which of these is brought to shape.</param>
    /// <param name="projection">The convolution, without From and Name.</param>
    /// <param name="name">The convolution's name.</param>
    public static Fix Project(AttributeDeclaration merge, IReadOnlyList<string> sources, int place, string projection, string name)
    {
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

        return new Fix($"Insert [{projection})] behind {sources[place]}", edits.ToEquatableArray());
    }

    /// <summary>The 1×1 convolution that makes one shape of another, without its end; <see langword="null"/> where none does.</summary>
    /// <param name="wanted">What comes out.</param>
    /// <param name="given">What comes in.</param>
    /// <param name="channels">How the number of channels is written.</param>
    /// <param name="strides">How strides are written.</param>
    public static string? Projection(Shape wanted, Shape given, string channels, Func<int, string> strides)
    {
        string name = $"Conv{Words.Text(wanted.Rank - 1)}D";
        int stride = Math.Max(1, (int)Math.Round(given.Spatial[0] / (double)wanted.Spatial[0]));
        if (LayerRegistry.Find(name) is null || Enumerable.Range(0, wanted.Spatial.Count).Any(DoesNotFit))
        {
            return null;
        }

        return $"{name}({channels}, 1" + (stride > 1 ? $", Strides = {strides(stride)}" : "");

        // A kernel of one pixel needs no padding.
        bool DoesNotFit(int axis) => (given.Spatial[axis] + stride - 1) / stride != wanted.Spatial[axis];
    }

    /// <summary>A string as C# writes it.</summary>
    public static string Literal(string text) => Literals.String(text);

    private static string WithFrom(string layer, string from) => With(layer, $"From = {Literal(from)}");

    private static string With(string layer, string arguments) =>
        layer.EndsWith(")") ? $"{layer.Substring(0, layer.Length - 1)}, {arguments})" : $"{layer}({arguments})";
}
