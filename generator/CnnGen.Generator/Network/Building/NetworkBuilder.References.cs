using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

// Which values names stand for: what layers take, what the network gives.
internal sealed partial class NetworkBuilder
{
    private IReadOnlyList<int> FindOutputs(Scope scope)
    {
        List<AttributeDeclaration> attributes = _declaration.Attributes.Where(static candidate => candidate.Kind == AttributeKind.Output).ToList();
        var outputs = new List<Value>();
        foreach (AttributeDeclaration attribute in attributes)
        {
            AddOutputs(attribute, scope, outputs);
        }

        if (attributes.Count == 0)
        {
            outputs.Add(scope.Current);
        }

        _isFunctional |= attributes.Count > 0;
        if (outputs.TrueForAll(static output => output.IsKnown))
        {
            return outputs.ConvertAll(static output => output.Number);
        }

        _isCut = true;
        return [];
    }

    private void AddOutputs(AttributeDeclaration attribute, Scope scope, List<Value> outputs)
    {
        EquatableArray<string> names = attribute["layers"] is EquatableArray<string> list ? list : EquatableArray<string>.Empty;
        if (attribute.IsBroken)
        {
            outputs.Add(Value.Unknown);
            return;
        }

        if (names.Count == 0)
        {
            Report(RuleIds.UnknownName, attribute, null, "[Output]", "it names no layer", "Name a layer, or remove [Output].");
            outputs.Add(Value.Unknown);
            return;
        }

        for (int i = 0; i < names.Count; i++)
        {
            Value output = Resolve(names[i], attribute, $"layers[{i}]", scope);
            if (output.IsKnown && outputs.Contains(output))
            {
                Report(RuleIds.UnknownName, attribute, $"layers[{i}]", "[Output]", $"it names '{names[i]}' twice", "Remove one of them.");
                output = Value.Unknown;
            }

            outputs.Add(output);
        }
    }

    /// <summary>What a layer with one input takes.</summary>
    private Value From(AttributeDeclaration step, Scope scope)
    {
        if (step.From is not { } name)
        {
            return scope.Current;
        }

        _isFunctional = true;
        return Resolve(name, step, "From", scope);
    }

    /// <summary>What a merge layer takes: the named layers, and the one above if a single one is named.</summary>
    private List<Value> Several(AttributeDeclaration step, Scope scope, Arguments arguments)
    {
        _isFunctional = true;
        EquatableArray<string> names = step["layers"] is EquatableArray<string> list ? list : EquatableArray<string>.Empty;
        if (names.Count == 0)
        {
            arguments.Report(RuleIds.MergeCount, null, arguments.Owner, "names no layer",
                $"Name the layer that is merged with the one above: [{step.Name}(\"name\")].");
            return new List<Value>();
        }

        var inputs = new List<Value>();
        if (names.Count == 1 || step.From is not null)
        {
            inputs.Add(From(step, scope));
        }

        for (int i = 0; i < names.Count; i++)
        {
            inputs.Add(Resolve(names[i], step, $"layers[{i}]", scope));
        }

        return inputs;
    }

    /// <summary>What a layer reads, by the names that it says itself, or that could be said there.</summary>
    private List<Source> SourcesOf(LayerCall call, AttributeDeclaration step, Scope scope)
    {
        EquatableArray<string> names = step["layers"] is EquatableArray<string> list ? list : EquatableArray<string>.Empty;
        int unnamed = call.Inputs.Count - names.Count;
        return call.Inputs.Select((input, i) => new Source(_layers.NameOf(input), () => ReferenceTo(input, i), () => _layers.PathTo(input))).ToList();

        string? ReferenceTo(int input, int place) => place >= unnamed ? names[place - unnamed] : step.From ?? scope.NameOf(input);
    }

    private Value Resolve(string name, AttributeDeclaration step, string argument, Scope scope)
    {
        if (scope.Find(name) is { } value)
        {
            return value;
        }

        // Behind a layer that the compiler does not know, the name may be that layer's.
        if (!_isDoubtful)
        {
            bool isInModel = name.LastIndexOf('.') is > 0 and var dot && scope.Find(name.Substring(0, dot)) is { IsKnown: true } use
                && _layers.Giving(use.Number)?.Node.Layer is NestedModelLayer;
            new UnknownName(name, step, argument, isInModel).Report(scope, _given, _problems);
        }

        return Value.Unknown;
    }
}
