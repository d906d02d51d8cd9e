using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>A layer and what it is connected to.</summary>
internal sealed class AdvisedLayer
{
    private readonly List<AdvisedLayer?> _sources = new();
    private readonly List<AdvisedLayer> _readers = new();
    private readonly PlacedLayer _placed;

    private AdvisedLayer(PlacedLayer placed) => _placed = placed;

    public Node Node => _placed.Node;

    /// <summary>The arguments that it was declared with.</summary>
    public AttributeDeclaration Attribute => _placed.Attribute;

    /// <summary>Whether it is declared on the model itself, and not in a block.</summary>
    public bool IsOnModel => _placed.IsOnModel;

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

    public static IReadOnlyList<AdvisedLayer> All(CheckedNetwork network)
    {
        int inputs = network.Inputs.Count;
        bool[] isNeeded = GraphPruning.Needed(inputs, network.Nodes.ToList(), network.Outputs);
        var layers = new List<AdvisedLayer>();
        for (int i = 0; i < network.Layers.Count; i++)
        {
            var layer = new AdvisedLayer(network.Layers[i]) { IsOutput = network.Outputs.Contains(inputs + i), IsNeeded = isNeeded[i] };
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
    public Problem Advise(string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        new(id, _placed.AnchorOf(argument), values.ToEquatableArray())
        {
            Fixes = IsOnModel ? fixes.ToEquatableArray() : EquatableArray<Fix>.Empty,
        };
}
