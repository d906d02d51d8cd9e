using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>
/// Follows the layers in the order of their attributes, shape by shape. After a layer that cannot work its output is unknown, and
/// what depends on it is not blamed; other branches are still checked, and wrong arguments are causes of their own everywhere.
/// </summary>
internal sealed partial class NetworkBuilder
{
    private const int MostTimes = 1_000;

    private readonly NetworkDeclaration _declaration;
    private readonly PlacedLayers _layers;
    private readonly NetworkSize _size = new();
    private readonly Dictionary<string, ModelGraph?> _nested = new();
    private readonly BlockProblems _blockProblems = new();
    private readonly HashSet<string> _given;
    private readonly KerasNames _names;
    private readonly Trial? _trial;
    private List<Problem> _problems = new();
    private bool _isDoubtful;
    private bool _isCut;
    private bool _isFunctional;

    private NetworkBuilder(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs, Trial? trial)
    {
        _declaration = declaration;
        _layers = new PlacedLayers(inputs);
        _trial = trial;
        _given = NameRules.GivenNames(declaration, _problems);
        _names = new KerasNames(_given);
        _isFunctional = inputs.Count > 1 || inputs.Any(static input => input.IsNamed);
    }

    /// <param name="declaration">What the network is made of.</param>
    /// <param name="inputs">What comes in.</param>
    /// <param name="trial">Tries remedies; <see langword="null"/> where nobody reads them.</param>
    public static CheckedNetwork Build(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs, Trial? trial = null) =>
        new NetworkBuilder(declaration, inputs, trial).Build();

    private CheckedNetwork Build()
    {
        var scope = new Scope(_declaration.ClassName);
        IReadOnlyList<int> outputs = Follow(scope);
        bool isComplete = !_isCut && outputs.Count > 0 && _layers.All.Count > 0;
        return new CheckedNetwork(_declaration, _layers)
        {
            Problems = _problems,
            Outputs = outputs,
            Names = scope.Names
                .Distinct()
                .Select(name => (name, Value: scope.Find(name)!.Value))
                .Where(static named => named.Value.IsKnown)
                .Select(static named => (named.name, named.Value.Number))
                .ToList(),
            IsSequential = !_isFunctional,
            IsComplete = isComplete,
            IsCertain = isComplete && !_isDoubtful,
        };
    }

    /// <summary>Does something, and gives what is wrong with it.</summary>
    private List<Problem> Gather(Action follow)
    {
        List<Problem> outer = _problems;
        _problems = new List<Problem>();
        follow();
        List<Problem> found = _problems;
        _problems = outer;
        return found;
    }

    private IReadOnlyList<int> Follow(Scope scope)
    {
        IReadOnlyList<ModelInput> inputs = _layers.Inputs;
        for (int i = 0; i < inputs.Count; i++)
        {
            scope.Define(inputs[i].Name, Value.Of(inputs[i].Shape is null ? null : i));
        }

        scope.Current = Value.Of(inputs.Count > 0 && inputs[0].Shape is not null ? 0 : null);
        List<AttributeDeclaration> steps = _declaration.Attributes.Where(static attribute => attribute.IsStep).ToList();
        if (!steps.Exists(static step => step.Kind != AttributeKind.Expect))
        {
            _problems.Add(new Problem(RuleIds.NoLayers, Anchor.Class, EquatableArray.Of(_declaration.ClassName))
            {
                Fixes = inputs.Select(static input => new Fix(
                    "Add [Flatten] and [Dense(10, Activation = Activation.Softmax)]",
                    Edit.InsertBelow(input.Attribute.Index, "Flatten"),
                    Edit.InsertBelow(input.Attribute.Index, "Dense(10, Activation = Activation.Softmax)"))).Take(1).ToEquatableArray(),
            });
        }

        CheckParts(steps, _declaration.ClassName);
        FollowAll(steps, scope, new BlockArguments(null, isRepeated: false, _problems));
        return FindOutputs(scope);
    }

    private void FollowAll(IEnumerable<AttributeDeclaration> steps, Scope scope, BlockArguments given)
    {
        foreach (AttributeDeclaration step in steps.TakeWhile(_ => !_size.IsFull))
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
                if (OtherLayers.Instead(step.Name) is { } instead)
                {
                    Report(RuleIds.OtherLayer, step, null, step.Name, instead);
                }

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
        Layer layer = kind.Read(arguments) with { Arguments = arguments.Written, IsTrainable = arguments.Flag("Trainable", true) && scope.IsTrainable };
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
        var site = new LayerSite(call.Name, step, SourcesOf(call, step, scope), scope, _trial, found);
        Value result = Value.Unknown;
        try
        {
            Shape[] shapes = call.Inputs.Select(_layers.ShapeOf).ToArray();
            if (call.FitsOriginal(shapes, _layers.All, site) && call.Layer.Output(shapes, site) is { } output)
            {
                call = call with { Layer = call.Layer.At(shapes[0]) };
                Shape start = _layers.ShapeOf(_layers.StartOf(call.Inputs[0]));
                result = Add(call.Measure(shapes, output, _layers.FieldOf(call.Inputs), start), site, step, scope);
            }
        }
        catch (OverflowException)
        {
            ReportTooLarge(site, "its numbers exceed what 64 bits can count");
        }

        Keep(found);
        return result;
    }

    private Value Add(Node node, LayerSite site, AttributeDeclaration step, Scope scope)
    {
        if (_size.Add(node) is { } tooLarge)
        {
            ReportTooLarge(site, tooLarge);
            return Value.Unknown;
        }

        return Value.Of(_layers.Add(new PlacedLayer(node, step, step.Kind == AttributeKind.Layer && scope.Use is null)));
    }

    private string NameOf(AttributeDeclaration step, Scope scope, string className) => step.LayerName switch
    {
        null => _names.Next(className),
        var name when scope.Prefix is null => name,
        var name when NameRules.CheckInBlock(step, name, scope, _problems) => _names.Take($"{scope.Prefix}_{name}"),
        _ => _names.Next(className),
    };

    private void Define(AttributeDeclaration step, Scope scope, string name, Value value)
    {
        scope.Current = value;
        if (step.LayerName is { } chosen)
        {
            scope.Define(chosen, value);
        }
        else
        {
            scope.DefineUnnamed(name, value);
        }

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

        Shape actual = _layers.ShapeOf(value.Number);
        if (expected != actual.Dimensions)
        {
            string shown = expected.Count == 0 ? "an empty shape" : string.Join("×", expected.Select(static size => Words.Text(size)));
            Keep(new[]
            {
                new Problem(RuleIds.WrongExpectation, new Anchor(step.Index, "shape"), EquatableArray.Of(
                    shown, actual.Text, _layers.PathTo(value.Number).Text, actual.Join(", ")))
                {
                    Fixes = EquatableArray.Of(new Fix($"Write [Expect({actual.Join(", ")})]", expected.Count == 0
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
