using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;

namespace CnnGen.Generator.Graph;

/// <summary>The place of a layer in the network, seen from its shape rule: what it is called, how its input came about.</summary>
internal sealed class LayerSite
{
    private readonly Lazy<GraphPath> _path;
    private readonly ICollection<Problem> _problems;

    /// <param name="name">What messages call the layer.</param>
    /// <param name="declaration">The attribute that problems are about.</param>
    /// <param name="findPath">Finds the way to the layer's first input; asked only where something is wrong.</param>
    /// <param name="sources">The names of what it reads.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public LayerSite(
        string name, AttributeDeclaration declaration, Func<GraphPath> findPath, IReadOnlyList<string> sources, ICollection<Problem> problems)
    {
        Name = name;
        Declaration = declaration;
        Sources = sources;
        _path = new Lazy<GraphPath>(findPath);
        _problems = problems;
    }

    public string Name { get; }

    /// <summary>The attribute's index, which mends name.</summary>
    public int Attribute => Declaration.Index;

    /// <summary>The attribute with its arguments.</summary>
    public AttributeDeclaration Declaration { get; }

    /// <summary>The names of the layers and inputs that it reads.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Whether these names can be written in From and in merge layers.</summary>
    public bool CanNameSources { get; init; }

    /// <summary>The shape of the input that the layer's way begins with.</summary>
    public Shape Start => _path.Value.Start;

    /// <summary>The index of that input's attribute.</summary>
    public int InputAttribute => _path.Value.InputAttribute;

    public string Trace => _path.Value.Text;

    /// <summary>The largest number of the input's pixels that one step on the way is worth: what poolings and strides come to.</summary>
    public int LargestStep => (int)_path.Value.Nodes.SelectMany(static node => node.Field.Axes).Select(static axis => axis.Step).DefaultIfEmpty(1).Max();

    /// <summary>Whether the layer reads an input itself.</summary>
    public bool IsFirst => _path.Value.Nodes.Count == 0;

    /// <summary>The last layer that made a vector out of a map.</summary>
    public string? Flattener => FlattenerPlace < 0 ? null : _path.Value.Nodes[FlattenerPlace].Name;

    /// <summary>The index of that layer's attribute.</summary>
    public int FlattenerAttribute => _path.Value.Attributes[FlattenerPlace];

    private int FlattenerPlace => _path.Value.Nodes.ToList().FindLastIndex(static node => !node.Input.IsVector && node.Output.IsVector);

    /// <summary>Where a number of features comes from: <c>22 x 22 x 32 of flatten</c>.</summary>
    public string Origin(Shape input)
    {
        Node? last = _path.Value.Nodes.LastOrDefault(static node => node.Output != node.Input);
        string source = last?.Name ?? "the input";
        return last is { Input.IsVector: false, Output.IsVector: true } && last.Input.Count == input.Last
            ? $"{last.Input.Join(" x ")} of {source}"
            : $"the last axis of {source}";
    }

    public void Report(string id, string? argument, params string[] values) =>
        Report(id, argument, Enumerable.Empty<Mend>(), values);

    public void Report(string id, string? argument, IEnumerable<Mend> mends, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(Attribute, argument), values.ToEquatableArray())
        {
            Mends = mends.ToEquatableArray(),
        });

    /// <summary>Reports a fault of the input that only shows at this layer.</summary>
    public void ReportInput(string id, IEnumerable<Mend> mends, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(InputAttribute, "shape"), values.ToEquatableArray())
        {
            Mends = mends.ToEquatableArray(),
        });
}
