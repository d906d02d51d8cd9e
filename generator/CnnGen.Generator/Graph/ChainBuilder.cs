using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Graph;

/// <summary>
/// Follows the layers in the order of their attributes, shape by shape. After the first layer that cannot work, the shape is
/// unknown and the rest is not blamed for it; wrong arguments are causes of their own and are still reported.
/// </summary>
internal sealed class ChainBuilder
{
    private readonly ModelDeclaration _declaration;
    private readonly ModelInput _input;
    private readonly List<Problem> _problems;
    private readonly List<Node> _nodes = new();
    private readonly List<AttributeDeclaration> _attributes = new();
    private Shape? _shape;
    private bool _isDoubtful;
    private bool _isCut;

    private ChainBuilder(ModelDeclaration declaration, ModelInput input, List<Problem> problems)
    {
        _declaration = declaration;
        _input = input;
        _problems = problems;
        _shape = input.Shape;
    }

    /// <summary>The layers whose shapes are known.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Their attributes.</summary>
    public IReadOnlyList<AttributeDeclaration> Attributes => _attributes;

    /// <summary>Whether the shape that comes out at the end is known.</summary>
    public bool IsComplete => !_isCut && _shape is not null && _nodes.Count > 0;

    /// <summary>Whether nothing stands in between that the compiler does not know.</summary>
    public bool IsCertain => IsComplete && !_isDoubtful;

    public DataFormat Format => _input.Format;

    public string Trace => Graph.Trace.Of(_input.Shape!, _nodes, _input.Format);

    public static ChainBuilder Build(ModelDeclaration declaration, ModelInput input, List<Problem> problems)
    {
        var chain = new ChainBuilder(declaration, input, problems);
        chain.Follow();
        return chain;
    }

    public ModelGraph ToGraph(string name) => new()
    {
        Name = name,
        Format = _input.Format,
        Inputs = EquatableArray.Of(_input.Shape!),
        Nodes = _nodes.ToEquatableArray(),
        Outputs = EquatableArray.Of(_nodes.Count),
    };

    private void Follow()
    {
        List<AttributeDeclaration> steps = _declaration.Attributes.Where(static attribute => attribute.IsStep).ToList();
        Dictionary<int, string> names = NameRules.LayerNames(_declaration, _problems);
        if (!steps.Exists(static step => step.Kind != AttributeKind.Expect))
        {
            _problems.Add(new Problem(RuleIds.NoLayers, Anchor.Class, EquatableArray.Of(_declaration.Class.Name)));
        }

        CheckParts(steps);
        foreach (AttributeDeclaration step in steps)
        {
            Follow(step, names);
        }
    }

    private void Follow(AttributeDeclaration step, Dictionary<int, string> names)
    {
        switch (step.Kind)
        {
            case AttributeKind.Unresolved:
                // Perhaps a layer, misspelt: the compiler says so, and what is wrong below may come from it.
                _isDoubtful = true;
                break;
            case AttributeKind.ForeignLayer:
                Report(RuleIds.UnknownLayer, step, null, step.Name);
                Cut();
                break;
            case AttributeKind.Expect when !step.IsBroken:
                Expect(step);
                break;
            case AttributeKind.Layer when step.IsBroken:
                Cut();
                break;
            case AttributeKind.Layer:
                Add(step, names[step.Index]);
                break;
        }
    }

    private void Add(AttributeDeclaration step, string name)
    {
        if (LayerRegistry.Find(step.Name) is not { } kind)
        {
            Report(RuleIds.UnknownLayer, step, null, step.Name);
            Cut();
            return;
        }

        var arguments = new Arguments(step, name, RuleIds.OutOfRange, _problems);
        Layer layer = kind.Read(arguments);
        if (arguments.IsFaulty && !kind.KeepsShape)
        {
            Cut();
        }
        else if (_shape is { } input)
        {
            Place(layer, name, step, input);
        }
    }

    private void Place(Layer layer, string name, AttributeDeclaration step, Shape input)
    {
        var found = new List<Problem>();
        var site = new LayerSite(name, step.Index, _input.Format, _input.Shape!, _nodes, found);
        try
        {
            if (layer.Output(input, site) is { } output)
            {
                Add(Measure(layer, name, input, output), found, step);
            }
            else
            {
                Cut();
            }
        }
        catch (OverflowException)
        {
            ReportTooLarge(name, "its numbers exceed what 64 bits can count", found, step);
            Cut();
        }

        Keep(found);
    }

    private void Add(Node node, List<Problem> found, AttributeDeclaration step)
    {
        if (node.Output.Count > int.MaxValue)
        {
            ReportTooLarge(node.Name, $"it gives {Words.Text(node.Output.Count)} values for one image", found, step);
            Cut();
            return;
        }

        CheckTotals(node);
        _nodes.Add(node);
        _attributes.Add(step);
        _shape = node.Output;
    }

    private Node Measure(Layer layer, string name, Shape input, Shape output)
    {
        ReceptiveField field = _nodes.Count == 0 ? ReceptiveField.Pixel : _nodes[_nodes.Count - 1].Field;
        long parameters = layer.Parameters(input);
        return new Node
        {
            Name = name,
            Layer = layer,
            Inputs = EquatableArray.Of(_nodes.Count),
            Input = input,
            Output = output,
            Parameters = parameters,
            TrainableParameters = parameters - layer.FrozenParameters(input),
            MultiplyAdds = layer.MultiplyAdds(input, output),
            ActivationBytes = layer.ActivationBytes(output),
            Field = layer.Field(field, input).Within(_input.Shape!),
        };
    }

    /// <summary>Throws <see cref="OverflowException"/> where a total, in bytes where it is printed so, has no number.</summary>
    private void CheckTotals(Node node)
    {
        _ = checked((_nodes.Sum(static other => other.Parameters) + node.Parameters) * sizeof(float));
        _ = checked(_nodes.Sum(static other => other.MultiplyAdds) + node.MultiplyAdds);
    }

    private void ReportTooLarge(string name, string what, List<Problem> found, AttributeDeclaration step) => found.Add(
        new Problem(RuleIds.TooLarge, new Anchor(step.Index), EquatableArray.Of(name, what, Trace)));

    private void Expect(AttributeDeclaration step)
    {
        if (_shape is null || step["shape"] is not EquatableArray<int> expected)
        {
            return;
        }

        EquatableArray<int> actual = _shape.Written(_input.Format);
        if (expected != actual)
        {
            string shown = expected.Count == 0 ? "an empty shape" : string.Join("×", expected.Select(static size => Words.Text(size)));
            Keep(new[]
            {
                new Problem(RuleIds.WrongExpectation, new Anchor(step.Index, "shape"), EquatableArray.Of(
                    shown, _shape.Text(_input.Format), Trace, _shape.Join(", ", _input.Format))),
            });
        }
    }

    /// <summary>The order of attributes is defined on one part of a class only.</summary>
    private void CheckParts(List<AttributeDeclaration> steps)
    {
        List<AttributeDeclaration> known = steps.FindAll(static step => step.Kind != AttributeKind.Unresolved);
        if (known.Find(step => step.Part != known[0].Part) is { } astray)
        {
            Report(RuleIds.SeveralParts, astray, null, $"[{astray.Name}]", _declaration.Class.Name);
            Cut();
        }
    }

    // Everything after a layer that is not known is in doubt, and not reported.
    private void Keep(IReadOnlyCollection<Problem> found)
    {
        if (!_isDoubtful)
        {
            _problems.AddRange(found);
        }
        else if (found.Count > 0)
        {
            Cut();
        }
    }

    private void Cut()
    {
        _isCut = true;
        _shape = null;
    }

    private void Report(string id, AttributeDeclaration step, string? argument, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(step.Index, argument), values.ToEquatableArray()));
}
