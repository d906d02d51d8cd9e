using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>The place of a layer in the network, seen from its shape rule: what it is called, how its input came about.</summary>
internal sealed class LayerSite
{
    private readonly Scope _scope;
    private readonly Trial? _trial;
    private readonly ICollection<Problem> _problems;

    /// <param name="name">The layer's name in the summary.</param>
    /// <param name="declaration">The attribute that problems are about.</param>
    /// <param name="sources">What it reads.</param>
    /// <param name="scope">What can be named there.</param>
    /// <param name="trial">Tries remedies; <see langword="null"/> where nobody reads them.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public LayerSite(
        string name, AttributeDeclaration declaration, IReadOnlyList<Source> sources, Scope scope, Trial? trial, ICollection<Problem> problems)
    {
        Name = scope.Shown(name);
        Declaration = declaration;
        Sources = sources;
        _scope = scope;
        _trial = trial;
        _problems = problems;
    }

    /// <summary>What messages call the layer.</summary>
    public string Name { get; }

    /// <summary>The attribute's index, which fixes name.</summary>
    public int Attribute => Declaration.Index;

    /// <summary>The attribute with its arguments.</summary>
    public AttributeDeclaration Declaration { get; }

    /// <summary>What it reads.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>The [Use] of the block that the layer belongs to; <see langword="null"/> for one of the model itself.</summary>
    public AttributeDeclaration? Use => _scope.Use;

    /// <summary>What has come the longest way of all that it reads: where the most was lost.</summary>
    public Source Longest => Sources
        .OrderByDescending(static source => source.Path.LargestStep)
        .ThenByDescending(static source => source.Path.Layers.Count)
        .First();

    /// <summary>The way to what it reads first.</summary>
    public GraphPath Path => Sources[0].Path;

    /// <summary>The shape of the input that the layer's way begins with.</summary>
    public Shape Start => Path.Start;

    /// <summary>The index of that input's attribute.</summary>
    public int InputAttribute => Path.InputAttribute;

    public string Trace => Path.Text;

    /// <summary>The layers that the model declares below.</summary>
    public IEnumerable<AttributeDeclaration> Below => _trial?.LayersBelow(Attribute) ?? [];

    /// <summary>Whether the size of the input is the author's to choose, and not that of a data set.</summary>
    public bool IsInputFree => _trial is { IsInputFree: true };

    /// <summary>Whether the layer reads an input itself.</summary>
    public bool IsFirst => Path.Layers.Count == 0;

    /// <summary>The last layer that made a vector out of a map.</summary>
    public string? Flattener => FlattenerLayer?.Node.Name;

    /// <summary>The index of that layer's attribute.</summary>
    public int FlattenerAttribute => FlattenerLayer!.Attribute.Index;

    private PlacedLayer? FlattenerLayer => Path.Layers.LastOrDefault(static layer => layer.Node is { Input.IsVector: false, Output.IsVector: true });

    /// <summary>Where a number of features comes from: <c>22 x 22 x 32 of flatten</c>.</summary>
    public string Origin(Shape input)
    {
        Node? last = Path.Nodes.LastOrDefault(static node => node.Output != node.Input);
        string source = last?.Name ?? "the input";
        return last is { Input.IsVector: false, Output.IsVector: true } && last.Input.Count == input.Last
            ? $"{last.Input.Join(" x ")} of {source}"
            : $"the last axis of {source}";
    }

    /// <summary>Whether a remedy fixes what is wrong here, and the layers below go on well from there.</summary>
    /// <param name="id">The rule that tells of it.</param>
    /// <param name="argument">The argument that it is told of.</param>
    /// <param name="remedy">What is tried.</param>
    public bool IsFixed(string id, string? argument, Remedy remedy) =>
        _trial?.Fixes((id, new Anchor(Attribute, argument)), remedy.Changes) ?? false;

    /// <summary>The same for an input of another shape.</summary>
    public bool IsFixed(string id, string? argument, int inputAttribute, Shape shape) =>
        _trial?.Fixes((id, new Anchor(Attribute, argument)), inputAttribute, shape) ?? false;

    /// <summary>A name that is not taken yet; a layer in a block, <c>stage.mid</c>, is referred to with a dot that no new name may have.</summary>
    public string FreeName(string name) => Enumerable.Range(0, int.MaxValue)
        .Select(number => name.Replace('.', '_') + (number == 0 ? "" : $"_{Words.Text(number)}"))
        .First(candidate => _scope.Find(candidate) is null);

    public void Report(string id, string? argument, params string[] values) =>
        Report(id, argument, Enumerable.Empty<Fix>(), values);

    public void Report(string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(Attribute, argument), values.ToEquatableArray())
        {
            Fixes = fixes.ToEquatableArray(),
        });

    /// <summary>Reports a fault of the input that only shows at this layer.</summary>
    public void ReportInput(string id, IEnumerable<Fix> fixes, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(InputAttribute, "shape"), values.ToEquatableArray())
        {
            Fixes = fixes.ToEquatableArray(),
        });
}
