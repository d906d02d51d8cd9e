using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Graph;

/// <summary>
/// Follows the layers in the order of their attributes, shape by shape. After a layer that cannot work its output is unknown, and
/// what depends on it is not blamed; other branches are still checked, and wrong arguments are causes of their own everywhere.
/// </summary>
internal sealed partial class GraphBuilder
{
    private const int MostLayers = 10_000;
    private const int MostTimes = 1_000;

    private readonly NetworkDeclaration _declaration;
    private readonly IReadOnlyList<ModelInput> _inputs;
    private readonly List<Problem> _problems;
    private readonly List<Node> _nodes = new();
    private readonly List<AttributeDeclaration> _attributes = new();
    private readonly List<int> _starts = new();
    private readonly Dictionary<string, ModelGraph?> _nested = new();
    private readonly HashSet<string> _given;
    private readonly KerasNames _names;
    private int _layers;
    private long _weights;
    private long _multiplyAdds;
    private bool _isDoubtful;
    private bool _isCut;
    private bool _isFull;
    private bool _isFunctional;

    private GraphBuilder(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs, List<Problem> problems)
    {
        _declaration = declaration;
        _inputs = inputs;
        _problems = problems;
        _given = NameRules.GivenNames(declaration, problems);
        _names = new KerasNames(_given);
        _isFunctional = inputs.Count > 1 || inputs.Any(static input => input.IsNamed);
    }

    /// <summary>The layers whose shapes are known, those that reach no output among them.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Their attributes; for a block's layers, the [Use].</summary>
    public IReadOnlyList<AttributeDeclaration> Attributes => _attributes;

    public IReadOnlyList<ModelInput> Inputs => _inputs;

    /// <summary>The values that the network gives, where they are known.</summary>
    public IReadOnlyList<int> Outputs { get; private set; } = Array.Empty<int>();

    /// <summary>Whether every shape is known.</summary>
    public bool IsComplete => !_isCut && Outputs.Count > 0 && _nodes.Count > 0;

    /// <summary>Whether nothing stands in between that the compiler does not know.</summary>
    public bool IsCertain => IsComplete && !_isDoubtful;

    /// <summary>The layer that gives the sole output; <see langword="null"/> where there are several, or where it is not known.</summary>
    public Node? Last => IsComplete && Outputs.Count == 1 && Outputs[0] >= _inputs.Count ? _nodes[Outputs[0] - _inputs.Count] : null;

    /// <summary>The place of a layer's attribute.</summary>
    public Anchor AnchorOf(Node node, string? argument = null) => new(_attributes[_nodes.IndexOf(node)].Index, argument);

    /// <summary>The attribute of a layer that is declared on the model itself and can be mended; one of a block cannot.</summary>
    public AttributeDeclaration? MendableAttributeOf(Node node)
    {
        AttributeDeclaration attribute = _attributes[_nodes.IndexOf(node)];
        return _declaration.Attributes[attribute.Index].Kind == AttributeKind.Layer ? attribute : null;
    }

    /// <summary>Whether a layer put at the end of the source would give the output.</summary>
    public bool EndsWithLast => !_declaration.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Output);

    public static GraphBuilder Build(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs, List<Problem> problems)
    {
        var builder = new GraphBuilder(declaration, inputs, problems);
        builder.Follow();
        return builder;
    }

    /// <summary>The network without the layers that reach no output, which Keras leaves out as well.</summary>
    public ModelGraph ToGraph(string name) => GraphPruning.Prune(new ModelGraph
    {
        Name = name,
        IsSequential = !_isFunctional,
        Inputs = _inputs.Select((input, i) => new InputNode(input.Name, KerasInputName(input, i), input.Shape!)).ToEquatableArray(),
        Nodes = _nodes.ToEquatableArray(),
        Outputs = Outputs.ToEquatableArray(),
    });

    /// <summary>The layers from an input to a value, along each layer's first input.</summary>
    public GraphPath PathTo(int value)
    {
        var path = new List<int>();
        while (value >= _inputs.Count)
        {
            path.Add(value - _inputs.Count);
            value = _nodes[value - _inputs.Count].Inputs[0];
        }

        path.Reverse();
        return new GraphPath(
            _inputs[value].Shape!, _inputs[value].Attribute.Index, path.ConvertAll(place => _nodes[place]),
            path.ConvertAll(place => _attributes[place].Index));
    }

    private static string KerasInputName(ModelInput input, int place) => input.IsNamed ? input.Name : $"input_{place + 1}";

    private void Follow()
    {
        var scope = new Scope(_declaration.ClassName);
        for (int i = 0; i < _inputs.Count; i++)
        {
            scope.Define(_inputs[i].Name, Value.Of(_inputs[i].Shape is null ? null : i));
        }

        scope.Current = Value.Of(_inputs.Count > 0 && _inputs[0].Shape is not null ? 0 : null);
        List<AttributeDeclaration> steps = _declaration.Attributes.Where(static attribute => attribute.IsStep).ToList();
        if (!steps.Exists(static step => step.Kind != AttributeKind.Expect))
        {
            _problems.Add(new Problem(RuleIds.NoLayers, Anchor.Class, EquatableArray.Of(_declaration.ClassName))
            {
                Mends = _inputs.Select(static input => new Mend(
                    "Add [Flatten] and [Dense(10, Activation = Activation.Softmax)]",
                    Edit.InsertBelow(input.Attribute.Index, "Flatten"),
                    Edit.InsertBelow(input.Attribute.Index, "Dense(10, Activation = Activation.Softmax)"))).Take(1).ToEquatableArray(),
            });
        }

        CheckParts(steps, _declaration.ClassName);
        FollowAll(steps, scope, new BlockArguments(null, isRepeated: false, _problems));
        FindOutputs(scope);
    }

    private void FollowAll(IEnumerable<AttributeDeclaration> steps, Scope scope, BlockArguments given)
    {
        foreach (AttributeDeclaration step in steps.TakeWhile(_ => !_isFull))
        {
            Follow(given.Fill(step), scope);
        }
    }

    private void Follow(AttributeDeclaration step, Scope scope)
    {
        switch (step.Kind)
        {
            case AttributeKind.Unresolved:
                // Perhaps a layer, misspelt: the compiler says so, and what is wrong below may come from it.
                _isDoubtful = true;
                break;
            case AttributeKind.ForeignLayer:
                Report(RuleIds.UnknownLayer, step, null, step.Name);
                Lose(step, scope);
                break;
            case AttributeKind.Expect when !step.IsBroken:
                Expect(step, scope.Current);
                break;
            case AttributeKind.Layer or AttributeKind.Reuse or AttributeKind.Use when step.IsBroken:
                Lose(step, scope);
                break;
            case AttributeKind.Layer:
                AddLayer(step, scope);
                break;
            case AttributeKind.Reuse:
                Reuse(step, scope);
                break;
            case AttributeKind.Use:
                Use(step, scope);
                break;
        }
    }

    private void AddLayer(AttributeDeclaration step, Scope scope)
    {
        string name = NameOf(step, scope, step.Name);
        if (LayerRegistry.Find(step.Name) is not { } kind)
        {
            Report(RuleIds.UnknownLayer, step, null, step.Name);
            Lose(step, scope, name);
            return;
        }

        var arguments = new Arguments(step, scope.Shown(name), RuleIds.OutOfRange, _problems);
        Layer layer = kind.Read(arguments) with { IsTrainable = arguments.Flag("Trainable", true) };
        List<Value> inputs = layer.ReadsSeveral ? Several(step, scope, arguments) : new List<Value> { From(step, scope) };
        bool isKnown = inputs.TrueForAll(static input => input.IsKnown) && !(arguments.IsFaulty && !layer.KeepsShape);
        Value result = isKnown && inputs.Count > 0
            ? Place(new LayerCall(name, layer, inputs.Select(static input => input.Number).ToEquatableArray()), step, scope)
            : Value.Unknown;
        Define(step, scope, name, result);
    }

    private Value Place(LayerCall call, AttributeDeclaration step, Scope scope)
    {
        var found = new List<Problem>();
        int first = call.Inputs[0];
        var site = new LayerSite(scope.Shown(call.Name), step, () => PathTo(first), call.Inputs.Select(NameOf).ToList(), found)
        {
            CanNameSources = call.Inputs.All(input => scope.Find(NameOf(input)) is { IsKnown: true } value && value.Number == input),
        };
        Value result = Value.Unknown;
        try
        {
            Shape[] shapes = call.Inputs.Select(ShapeOf).ToArray();
            if (call.FitsOriginal(shapes, _nodes, site) && call.Layer.Output(shapes, site) is { } output)
            {
                call = call with { Layer = call.Layer.At(shapes[0]) };
                result = Keep(call.Measure(shapes, output, FieldOf(call.Inputs), _inputs[StartOf(first)].Shape!), site, step);
            }
        }
        catch (OverflowException)
        {
            ReportTooLarge(site, "its numbers exceed what 64 bits can count");
        }

        Keep(found);
        return result;
    }

    private Value Keep(Node node, LayerSite site, AttributeDeclaration step)
    {
        // Those of used models count: each of them is a row of the summary.
        _layers += 1 + (node.Layer is NestedModelLayer nested ? nested.Graph.Layers : 0);
        if (_layers > MostLayers)
        {
            _isFull = true;
            ReportTooLarge(site, $"with it there are more than {Words.Text(MostLayers)} layers");
            return Value.Unknown;
        }

        if (node.Output.Count > int.MaxValue)
        {
            ReportTooLarge(site, $"it gives {Words.Text(node.Output.Count)} values for one image");
            return Value.Unknown;
        }

        // Throw where a total, in bytes where it is printed so, has no number.
        _weights = checked(_weights + (node.OwnParameters * sizeof(float)));
        _multiplyAdds = checked(_multiplyAdds + node.MultiplyAdds);
        _nodes.Add(node);
        _attributes.Add(step);
        _starts.Add(StartOf(node.Inputs[0]));
        return Value.Of(_inputs.Count + _nodes.Count - 1);
    }

    private string NameOf(AttributeDeclaration step, Scope scope, string className) => step.LayerName switch
    {
        null => _names.Next(className),
        var name when scope.Prefix is null => name,
        var name when NameRules.CheckInBlock(step, name, scope, _problems) => _names.Take($"{scope.Prefix}_{name}"),
        _ => _names.Next(className),
    };

    // The input that the way to a value begins with.
    private int StartOf(int value) => value < _inputs.Count ? value : _starts[value - _inputs.Count];

    private string NameOf(int value) => value < _inputs.Count ? _inputs[value].Name : _nodes[value - _inputs.Count].Name;

    private Shape ShapeOf(int value) => value < _inputs.Count ? _inputs[value].Shape! : _nodes[value - _inputs.Count].Output;

    private ReceptiveField FieldOf(IEnumerable<int> values) => values
        .Select(value => value < _inputs.Count ? ReceptiveField.Pixel(_inputs[value].Shape!) : _nodes[value - _inputs.Count].Field)
        .Aggregate(static (one, two) => one.And(two));

    private void Define(AttributeDeclaration step, Scope scope, string name, Value value)
    {
        scope.Current = value;
        scope.Define(step.LayerName ?? name, value);
        _isCut |= !value.IsKnown;
    }

    // The layer is there, but nobody knows what it gives.
    private void Lose(AttributeDeclaration step, Scope scope, string? name = null) =>
        Define(step, scope, name ?? step.LayerName ?? "", Value.Unknown);

    private void Expect(AttributeDeclaration step, Value value)
    {
        if (!value.IsKnown || step["shape"] is not EquatableArray<int> expected)
        {
            return;
        }

        Shape actual = ShapeOf(value.Number);
        if (expected != actual.Dimensions)
        {
            string shown = expected.Count == 0 ? "an empty shape" : string.Join("×", expected.Select(static size => Words.Text(size)));
            Keep(new[]
            {
                new Problem(RuleIds.WrongExpectation, new Anchor(step.Index, "shape"), EquatableArray.Of(
                    shown, actual.Text, PathTo(value.Number).Text, actual.Join(", ")))
                {
                    Mends = EquatableArray.Of(new Mend($"Write [Expect({actual.Join(", ")})]", expected.Count == 0
                        ? Edit.Replace(step.Index, $"Expect({actual.Join(", ")})")
                        : Edit.Set(step.Index, "shape", actual.Join(", ")))),
                },
            });
        }
    }

    /// <summary>The order of attributes is defined on one part of a class only.</summary>
    private void CheckParts(List<AttributeDeclaration> steps, string className)
    {
        List<AttributeDeclaration> known = steps.FindAll(static step => step.Kind != AttributeKind.Unresolved);
        if (known.Find(step => step.Part != known[0].Part) is { } astray)
        {
            Report(RuleIds.SeveralParts, astray, null, $"[{astray.Name}]", className);
            _isCut = true;
            _isDoubtful = true;
        }
    }

    private static void ReportTooLarge(LayerSite site, string what) => site.Report(RuleIds.TooLarge, null, site.Name, what, site.Trace);

    // Everything after a layer that is not known is in doubt, and not reported.
    private void Keep(IReadOnlyCollection<Problem> found)
    {
        if (!_isDoubtful)
        {
            _problems.AddRange(found);
        }
        else if (found.Count > 0)
        {
            _isCut = true;
        }
    }

    private void Report(string id, AttributeDeclaration step, string? argument, params string[] values) =>
        _problems.Add(new Problem(id, new Anchor(step.Index, argument), values.ToEquatableArray()));
}
