using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

// What is put into the network from elsewhere: layers used again, blocks, models.
internal sealed partial class NetworkBuilder
{
    private void Reuse(AttributeDeclaration step, Scope scope)
    {
        _isFunctional = true;
        Value input = From(step, scope);
        Value original = Resolve(step["layer"] as string ?? "", step, "layer", scope);
        string name = step.LayerName is null ? _names.Take($"{step["layer"]}_again".Replace('.', '_')) : NameOf(step, scope, step.Name);
        Value result = Value.Unknown;
        if (original.IsKnown && _layers.IsInput(original.Number))
        {
            Report(RuleIds.NotUsable, step, "layer", $"'{step["layer"]}'", "is an input", "Name a layer above.");
        }
        else if (original.IsKnown && input.IsKnown)
        {
            int place = _layers.Giving(original.Number)!.Node.Original ?? _layers.PlaceOf(original.Number);
            Layer layer = _layers.All[place].Node.Layer;
            CheckTrainable(step, layer);
            result = Place(new LayerCall(name, layer, EquatableArray.Of(input.Number), place), step, scope);
        }

        Define(step, scope, name, result);
    }

    // The weights are the layer's: a second place of the same weights cannot be frozen beside the first.
    private void CheckTrainable(AttributeDeclaration step, Layer layer)
    {
        if (step["Trainable"] is bool isTrainable && isTrainable != layer.IsTrainable)
        {
            string said = isTrainable ? "is frozen" : "is trained";
            Report(RuleIds.NotUsable, step, "Trainable", $"'{step["layer"]}'", $"{said} where it stands, with the weights that it has here too",
                $"Write Trainable = {(isTrainable ? "true" : "false")} there.");
        }
    }

    private void Use(AttributeDeclaration step, Scope scope)
    {
        var arguments = new Arguments(step, "Use", RuleIds.OutOfRange, _problems);
        int times = arguments.Integer("Times") ?? 1;
        if (times is < 1 or > MostTimes)
        {
            arguments.OutOfRange("Times", $"between 1 and {Words.Text(MostTimes)}", Words.Text(times));
        }

        if (step.Used is not { } used || arguments.IsFaulty || !IsUsable(step, used) || BlockInputs.AreBroken(used) || !HasInputs(step, used))
        {
            Lose(step, scope);
            return;
        }

        scope.Current = From(step, scope);
        List<Value> others = OthersOf(step, scope);
        bool isSound = true;
        for (int time = 0; time < times && IsWorthwhile(time); time++)
        {
            List<Problem> found = Gather(() => scope.Current = Put(step, used, time, others, scope));
            isSound = found.Count == 0;
            _problems.AddRange(found);
        }

        Define(step, scope, "", isSound ? scope.Current : Value.Unknown);

        // What is wrong in the first is wrong in all, and of what gives nothing known the first tells as much as a thousand.
        bool IsWorthwhile(int time) => isSound && !_size.IsFull && (time == 0 || scope.Current.IsKnown);
    }

    /// <param name="step">The [Use].</param>
    /// <param name="used">The block or the model.</param>
    /// <param name="time">How many stand there from the same [Use].</param>
    /// <param name="others">What its further inputs stand for.</param>
    /// <param name="scope">Where it is used.</param>
    private Value Put(AttributeDeclaration step, UsedClass used, int time, IReadOnlyList<Value> others, Scope scope)
    {
        string? chosen = step.LayerName is null || time == 0 ? step.LayerName : $"{step.LayerName}_{Words.Text(time)}";
        string name = chosen is null ? _names.Next(used.Name) : time == 0 ? NameOf(step, scope, used.Name) : _names.Take(chosen);
        if (used.Kind == UsedKind.Model)
        {
            return PutModel(step, used, name, scope);
        }

        var inner = new Scope(name, step) { Current = scope.Current, IsTrainable = IsTrainable(step, scope) };
        inner.DefineInput(InputRules.DefaultName, scope.Current);
        foreach (var (input, value) in BlockInputs.Of(used).Zip(others, static (input, value) => (input, value)))
        {
            inner.DefineInput(input, value);
        }

        Value result = PutBlock(step, used, inner, isRepeated: time > 0);
        if (chosen is not null)
        {
            scope.DefineInner(chosen, inner);
        }

        return result;
    }

    // What is frozen is frozen with all that is in it.
    private static bool IsTrainable(AttributeDeclaration step, Scope scope) => scope.IsTrainable && (step["Trainable"] as bool? ?? true);

    private bool HasInputs(AttributeDeclaration step, UsedClass used)
    {
        if (BlockInputs.Check(step, used) is { } problem)
        {
            _problems.Add(problem);
            return false;
        }

        return true;
    }

    /// <summary>What a [Use] gives beside what stands above.</summary>
    private List<Value> OthersOf(AttributeDeclaration step, Scope scope)
    {
        EquatableArray<string> names = BlockInputs.Given(step);
        _isFunctional |= names.Count > 0;
        return names.Select((name, i) => Resolve(name, step, $"layers[{Words.Text(i)}]", scope)).ToList();
    }

    private bool IsUsable(AttributeDeclaration step, UsedClass used)
    {
        var (what, remedy) = FaultOf(used);
        if (what is not null)
        {
            Report(RuleIds.NotUsable, step, AttributeDeclaration.TypeArgument, $"'{used.Name}'", what, remedy);
        }

        return what is null;
    }

    private static (string? What, string Remedy) FaultOf(UsedClass used) => used.Kind switch
    {
        UsedKind.Recursive => ("uses itself", "Take one of the uses away."),
        UsedKind.TooMany => ("holds too many layers", "Use fewer blocks within blocks."),
        UsedKind.Other => ("is neither a block nor a model", $"Add [Block] or [Model] to '{used.Name}'."),
        // In this project the compiler says so.
        _ when used.Assembly is { } assembly && used.Attributes.FirstOrDefault(static attribute => attribute.IsBroken) is { } unknown => (
            $"has a [{unknown.Name}] that the CnnGen referenced here cannot read",
            $"Reference the version of CnnGen that '{assembly}' was compiled with."),
        UsedKind.Block when !used.Attributes.Any(static attribute => attribute.IsLayer) => ("has no layers", "Add layers to it."),
        UsedKind.Block when !BlockInputs.AreBroken(used) && BlockInputs.FaultOf(used) is { What: not null } fault => fault,
        _ => ObstacleOf(used),
    };

    private static (string? What, string Remedy) ObstacleOf(UsedClass used) => used.Obstacle switch
    {
        ModelObstacle.NotGenerated => (
            $"comes from '{used.Assembly}', where no network was generated for it",
            "Reference the package CnnGen there, with its generator, and build it again."),
        ModelObstacle.OtherTorch => (
            $"comes from '{used.Assembly}', which was compiled for a torch that this project does not reference",
            "Reference the same one of CnnGen.ManagedTorch and TorchSharp-cpu in both."),
        ModelObstacle.Inaccessible => (
            "is not visible to the class that would create it", "Give it, and the classes around it, more visibility."),
        ModelObstacle.RequiredMembers => (
            "has required members, for which the network that creates it has no values", "Give them defaults in place of 'required'."),
        _ => (null, ""),
    };

    /// <param name="step">The [Use].</param>
    /// <param name="used">The block.</param>
    /// <param name="scope">The names of its layers, and what comes in.</param>
    /// <param name="isRepeated">Whether it stands there for the second or a later time.</param>
    private Value PutBlock(AttributeDeclaration step, UsedClass used, Scope scope, bool isRepeated)
    {
        List<AttributeDeclaration> steps = used.Attributes.Where(static attribute => attribute.IsStep).ToList();
        CheckParts(steps.ConvertAll(inner => inner with { Index = step.Index }), used.Name);
        List<Problem> found = Gather(() => FollowAll(steps, scope, new BlockArguments(step, isRepeated, _problems)));
        _problems.AddRange(_blockProblems.Tell(found));
        return found.Count == 0 ? scope.Current : Value.Unknown;
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
        if (used.Obstacle == ModelObstacle.ReportedThere || Nested(used) is not { } graph)
        {
            if (used.Assembly is { } assembly && used.Obstacle == ModelObstacle.None)
            {
                Report(RuleIds.NotUsable, step, AttributeDeclaration.TypeArgument, $"'{used.Name}'",
                    $"comes from '{assembly}' and has errors here", "Reference the same version of CnnGen in both, and build that project.");
            }

            // What is wrong with one of this project is reported where it is declared.
            return Value.Unknown;
        }

        if (!graph.IsSingle)
        {
            Report(RuleIds.NotUsable, step, AttributeDeclaration.TypeArgument, $"'{used.Name}'",
                "has several inputs or outputs", "Use a model with one of each, or make it a block.");
            return Value.Unknown;
        }

        var layer = new NestedModelLayer(graph, used.FullName) { IsTrainable = IsTrainable(step, scope) };
        return scope.Current.IsKnown
            ? Place(new LayerCall(name, layer, EquatableArray.Of(scope.Current.Number)), step, scope)
            : Value.Unknown;
    }
}
