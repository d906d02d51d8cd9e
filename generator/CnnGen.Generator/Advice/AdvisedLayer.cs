using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Advice;

/// <summary>A layer and what it is connected to.</summary>
internal sealed class AdvisedLayer
{
    private readonly List<AdvisedLayer?> _sources = new();
    private readonly List<AdvisedLayer> _readers = new();

    private AdvisedLayer(Node node, AttributeDeclaration attribute, bool isOnModel)
    {
        Node = node;
        Attribute = attribute;
        IsOnModel = isOnModel;
    }

    public Node Node { get; }

    /// <summary>The arguments that it was declared with.</summary>
    public AttributeDeclaration Attribute { get; }

    /// <summary>Whether it is declared on the model itself, and not in a block.</summary>
    public bool IsOnModel { get; }

    public Layer Layer => Node.Layer;

    /// <summary>What it reads; <see langword="null"/> for an input of the model.</summary>
    public IReadOnlyList<AdvisedLayer?> Sources => _sources;

    /// <summary>Who reads it.</summary>
    public IReadOnlyList<AdvisedLayer> Readers => _readers;

    /// <summary>Whether the model gives it out.</summary>
    public bool IsOutput { get; private set; }

    /// <summary>Whether an output depends on it.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>What it reads, where that is one layer's output.</summary>
    public AdvisedLayer? Above => _sources.Count == 1 ? _sources[0] : null;

    /// <summary>Its only reader, where nobody else sees what it gives.</summary>
    public AdvisedLayer? OnlyReader => _readers.Count == 1 && !IsOutput ? _readers[0] : null;

    public static IReadOnlyList<AdvisedLayer> All(ModelDeclaration declaration, GraphBuilder graph)
    {
        int inputs = graph.Inputs.Count;
        bool[] isNeeded = GraphPruning.Needed(inputs, graph.Nodes, graph.Outputs);
        var layers = new List<AdvisedLayer>();
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            AttributeDeclaration attribute = graph.Attributes[i];
            var layer = new AdvisedLayer(
                graph.Nodes[i], attribute, declaration.Attributes[attribute.Index].Kind == AttributeKind.Layer)
            {
                IsOutput = graph.Outputs.Contains(inputs + i),
                IsNeeded = isNeeded[i],
            };
            foreach (int value in layer.Node.Inputs)
            {
                AdvisedLayer? source = value < inputs ? null : layers[value - inputs];
                layer._sources.Add(source);
                source?._readers.Add(layer);
            }

            layers.Add(layer);
        }

        return layers;
    }

    /// <summary>What is advised. In a block nothing can be mended: another use of it may be right.</summary>
    public Problem Advise(string id, string? argument, IEnumerable<Mend> mends, params string[] values) =>
        new(id, new Anchor(Attribute.Index, argument), values.ToEquatableArray())
        {
            Mends = IsOnModel ? mends.ToEquatableArray() : EquatableArray<Mend>.Empty,
        };
}
