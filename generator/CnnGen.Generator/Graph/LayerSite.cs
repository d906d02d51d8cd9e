using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;

namespace CnnGen.Generator.Graph;

/// <summary>The place of a layer in the network, seen from its shape rule: what it is called, how its input came about.</summary>
internal sealed class LayerSite
{
    private readonly Shape _modelInput;
    private readonly IReadOnlyList<Node> _before;
    private readonly ICollection<Problem> _problems;

    public LayerSite(
        string name, int attribute, DataFormat format, Shape modelInput, IReadOnlyList<Node> before, ICollection<Problem> problems)
    {
        Name = name;
        Format = format;
        Attribute = attribute;
        _modelInput = modelInput;
        _before = before;
        _problems = problems;
    }

    public string Name { get; }

    /// <summary>The attribute's index, which mends name.</summary>
    public int Attribute { get; }

    public DataFormat Format { get; }

    public string Trace => Graph.Trace.Of(_modelInput, _before, Format);

    /// <summary>Whether the layer reads the model's input itself.</summary>
    public bool IsFirst => _before.Count == 0;

    /// <summary>The last layer that made a vector out of a map.</summary>
    public string? Flattener => _before.LastOrDefault(static node => node.Input.IsMap && !node.Output.IsMap)?.Name;

    /// <summary>Where a number of features comes from: <c>22 x 22 x 32 of flatten</c>.</summary>
    public string Origin(Shape input)
    {
        Node? last = _before.LastOrDefault(static node => node.Output != node.Input);
        string source = last?.Name ?? "the input";
        return last is { Input.IsMap: true } && !last.Output.IsMap && last.Input.Count == input.Channels
            ? $"{last.Input.Join(" x ", Format)} of {source}"
            : $"the last axis of {source}";
    }

    public string Text(Shape shape) => shape.Text(Format);

    public void Report(string id, string? argument, params string[] values) =>
        Report(id, argument, Enumerable.Empty<Mend>(), values);

    public void Report(string id, string? argument, IEnumerable<Mend> mends, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(Attribute, argument), values.ToEquatableArray())
        {
            Mends = mends.ToEquatableArray(),
        });
}
