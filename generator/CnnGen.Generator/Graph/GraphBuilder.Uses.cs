using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Graph;

// What is put into the network from elsewhere: layers used again, blocks, models.
internal sealed partial class GraphBuilder
{
    private void Reuse(AttributeDeclaration step, Scope scope)
    {
        _isFunctional = true;
        Value input = From(step, scope);
        Value original = Resolve(step["layer"] as string ?? "", step, "layer", scope);
        string name = step.LayerName is null ? _names.Take($"{step["layer"]}_again") : NameOf(step, scope, step.Name);
        Value result = Value.Unknown;
        if (original.IsKnown && original.Number < _inputs.Count)
        {
            Report(RuleIds.NotUsable, step, "layer", $"'{step["layer"]}'", "is an input", "Name a layer above.");
        }
        else if (original.IsKnown && input.IsKnown)
        {
            Node first = _nodes[original.Number - _inputs.Count];
            int place = first.Original ?? original.Number - _inputs.Count;
            result = Place(new LayerCall(name, _nodes[place].Layer, EquatableArray.Of(input.Number), place), step, scope);
        }

        Define(step, scope, name, result);
    }

    private void Use(AttributeDeclaration step, Scope scope)
    {
        var arguments = new Arguments(step, "Use", RuleIds.OutOfRange, _problems);
        int times = arguments.Integer("Times") ?? 1;
        if (times is < 1 or > MostTimes)
        {
            arguments.OutOfRange("Times", $"between 1 and {Words.Text(MostTimes)}", Words.Text(times));
        }

        if (step.Used is not { } used || arguments.IsFaulty || !IsUsable(step, used))
        {
            Lose(step, scope);
            return;
        }

        scope.Current = From(step, scope);
        int before = _problems.Count;
        for (int time = 0; time < times && IsWorthwhile(time); time++)
        {
            string name = step.LayerName is null
                ? _names.Next(used.Name)
                : time == 0 ? NameOf(step, scope, used.Name) : _names.Take($"{step.LayerName}_{Words.Text(time)}");
            scope.Current = used.Kind == UsedKind.Model
                ? PutModel(step, used, name, scope)
                : PutBlock(step, used, name, time > 0, scope);
        }

        Define(step, scope, "", _problems.Count == before ? scope.Current : Value.Unknown);

        // What is wrong in the first is wrong in all, and of what gives nothing known the first tells as much as a thousand.
        bool IsWorthwhile(int time) => _problems.Count == before && !_isFull && (time == 0 || scope.Current.IsKnown);
    }

    private bool IsUsable(AttributeDeclaration step, UsedClass used)
    {
        var (what, remedy) = used.Kind switch
        {
            UsedKind.Recursive => ("uses itself", "Take one of the uses away."),
            UsedKind.TooMany => ("holds too many layers", "Use fewer blocks within blocks."),
            UsedKind.Other => ("is neither a block nor a model", $"Add [Block] or [Model] to '{used.Name}'."),
            UsedKind.Block when used.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Input) =>
                ("is a block and has an [Input]", "A block takes what comes in where it is used: remove the [Input], or write [Model]."),
            UsedKind.Block when !used.Attributes.Any(static attribute => attribute.IsLayer) => ("has no layers", "Add layers to it."),
            _ => (null, ""),
        };
        if (what is not null)
        {
            Report(RuleIds.NotUsable, step, AttributeReader.TypeArgument, $"'{used.Name}'", what, remedy);
        }

        return what is null;
    }

    private Value PutBlock(AttributeDeclaration step, UsedClass used, string name, bool isRepeated, Scope outer)
    {
        var scope = new Scope(name, used.Name) { Current = outer.Current };
        scope.Define(InputRules.DefaultName, outer.Current);
        List<AttributeDeclaration> steps = used.Attributes.Where(static attribute => attribute.IsStep).ToList();
        CheckParts(steps.ConvertAll(inner => inner with { Index = step.Index }), used.Name);
        int before = _problems.Count;
        FollowAll(steps, scope, new BlockArguments(step, isRepeated, _problems));
        ForgetMends(before);
        return scope.Current;
    }

    // A mend would be done to the [Use], and a block that is wrong here may be right elsewhere.
    private void ForgetMends(int from)
    {
        for (int i = from; i < _problems.Count; i++)
        {
            if (_problems[i].Id != RuleIds.BlockArgument)
            {
                _problems[i] = _problems[i] with { Mends = default };
            }
        }
    }

    // Once, however often it is used: models in models in models would multiply.
    private ModelGraph? Nested(UsedClass used)
    {
        if (!_nested.TryGetValue(used.FullName, out ModelGraph? graph))
        {
            graph = NestedModel.Build(used);
            _nested.Add(used.FullName, graph);
        }

        return graph;
    }

    private Value PutModel(AttributeDeclaration step, UsedClass used, string name, Scope scope)
    {
        // What is wrong in it is reported on it.
        if (Nested(used) is not { } graph)
        {
            return Value.Unknown;
        }

        if (!graph.IsSingle)
        {
            Report(RuleIds.NotUsable, step, AttributeReader.TypeArgument, $"'{used.Name}'",
                "has several inputs or outputs", "Use a model with one of each, or make it a block.");
            return Value.Unknown;
        }

        var layer = new NestedModelLayer(graph, used.FullName) { IsTrainable = step["Trainable"] as bool? ?? true };
        return scope.Current.IsKnown
            ? Place(new LayerCall(name, layer, EquatableArray.Of(scope.Current.Number)), step, scope)
            : Value.Unknown;
    }
}
