using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>The lines of a model's layers, what these give, and the comments that say so.</summary>
internal sealed class ShapeLines
{
    private ShapeLines(ModelReading reading, IReadOnlyList<ShapeLine> all)
    {
        ClassName = reading.Declaration.Class.Name;
        Positions = reading.Positions;
        All = all;
        KeepsShapes = all.Any(static line => line.Comment is { IsMap: true }) || all.All(static line => line.Axes == 1 || !line.HasLayers);
    }

    public string ClassName { get; }

    public AttributePositions Positions { get; }

    /// <summary>The lines, in the order of the source.</summary>
    public IReadOnlyList<ShapeLine> All { get; }

    /// <summary>Whether a number alone is a shape: in a class of vectors, and where other comments are shapes.</summary>
    private bool KeepsShapes { get; }

    /// <summary>Whether the comment of a line says something else than its layers give.</summary>
    public bool IsStale(ShapeLine line) => line.Comment is { } comment && comment.IsShape(line.Axes, KeepsShapes) && !comment.Says(line.Shapes);

    /// <summary>Whether shapes can be written on a line: not where its author has written something else.</summary>
    public bool IsFree(ShapeLine line) =>
        line.HasLayers && (line.End.Comment is null || line.Comment?.IsShape(line.Axes, KeepsShapes) == true);

    /// <returns><see langword="null"/> where the network has errors; those of the training do not matter.</returns>
    public static ShapeLines? Of(ModelReading reading, CheckedModel model) =>
        model.Network is { IsSound: true, IsCertain: true } network
            ? new ShapeLines(reading, Lines(reading, network))
            : null;

    private static List<ShapeLine> Lines(ModelReading reading, CheckedNetwork network)
    {
        var lines = new List<ShapeLine>();
        Dictionary<int, (string Name, Shape Shape)> given = Given(network);
        var texts = new Dictionary<SyntaxTree, SourceText>();
        foreach (AttributeDeclaration attribute in reading.Declaration.Attributes.Where(attribute => given.ContainsKey(attribute.Index)))
        {
            Position place = reading.Positions.Attributes[attribute.Index].Whole;
            if (!texts.TryGetValue(place.Tree, out SourceText? text))
            {
                texts.Add(place.Tree, text = place.Tree.GetText());
            }

            if (place.Tree.GetRoot().FindNode(place.Span).FirstAncestorOrSelf<AttributeSyntax>() is { } syntax && LineEnd.Of(syntax, text) is { } end)
            {
                var line = new ShapeLine(attribute.Index, given[attribute.Index].Name, given[attribute.Index].Shape, attribute.IsLayer, new Position(place.Tree, end.Line.Span), end);
                Add(lines, line);
            }
        }

        return lines;
    }

    // What an attribute gives: a block what its last layer gives.
    private static Dictionary<int, (string Name, Shape Shape)> Given(CheckedNetwork network)
    {
        // An input that is wrong is told of, and may be one that nothing reads.
        var given = network.Inputs.Where(static input => input.Shape is not null)
            .ToDictionary(static input => input.Attribute.Index, static input => (input.Name, input.Shape!));
        foreach (PlacedLayer layer in network.Layers)
        {
            given[layer.Attribute.Index] = (layer.Node.Name, layer.Node.Output);
        }

        return given;
    }

    // Beside layers, an input is not told of.
    private static void Add(List<ShapeLine> lines, ShapeLine line)
    {
        if (lines.LastOrDefault() is not { } last || last.Place != line.Place)
        {
            lines.Add(line);
        }
        else
        {
            lines[lines.Count - 1] = last.HasLayers && line.HasLayers ? line.Behind(last) : line.HasLayers ? line : last;
        }
    }
}

/// <summary>A line of layers.</summary>
/// <param name="Attribute">The index of the last one.</param>
/// <param name="Name">Its name in the summary.</param>
/// <param name="Shape">What it gives.</param>
/// <param name="HasLayers">Whether there are layers on it; else it is one of an input.</param>
/// <param name="Place">The line.</param>
/// <param name="End">The end of the line.</param>
internal sealed record ShapeLine(int Attribute, string Name, Shape Shape, bool HasLayers, Position Place, LineEnd End)
{
    /// <summary>The shapes of all its layers.</summary>
    public string Shapes { get; private init; } = Shape.Text;

    public int Axes => Shape.Rank;

    /// <summary>The comment, if it begins like one of shapes.</summary>
    public ShapeComment? Comment { get; } = End.CommentText is { } comment ? ShapeComment.Parse(comment) : null;

    /// <summary>Where the comment's shapes stand.</summary>
    public Position CommentPlace => Place with { Span = new TextSpan(End.Comment!.Value.Start + Comment!.Start, Comment.Shapes.Length) };

    /// <summary>The line with the shapes of the layers in front; one that changes nothing is left out.</summary>
    public ShapeLine Behind(ShapeLine last) =>
        this with { Shapes = last.Shape == Shape ? last.Shapes : last.Shapes + ShapeComment.Arrow + Shape.Text };
}
