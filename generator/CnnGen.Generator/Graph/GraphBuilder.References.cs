using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

// Which values names stand for: what layers take, what the network gives.
internal sealed partial class GraphBuilder
{
    private void FindOutputs(Scope scope)
    {
        AttributeDeclaration? attribute = _declaration.Attributes.FirstOrDefault(
            static candidate => candidate.Kind == AttributeKind.Output);
        List<Value> outputs = attribute is null ? new List<Value> { scope.Current } : OutputsOf(attribute, scope);
        _isFunctional |= attribute is not null;
        if (outputs.TrueForAll(static output => output.IsKnown))
        {
            Outputs = outputs.ConvertAll(static output => output.Number);
        }
        else
        {
            _isCut = true;
        }
    }

    private List<Value> OutputsOf(AttributeDeclaration attribute, Scope scope)
    {
        EquatableArray<string> names = attribute["layers"] is EquatableArray<string> list ? list : EquatableArray<string>.Empty;
        if (attribute.IsBroken)
        {
            return new List<Value> { Value.Unknown };
        }

        if (names.Count == 0)
        {
            Report(RuleIds.UnknownName, attribute, null, "Output", "it names no layer", "Name a layer, or remove [Output].");
            return new List<Value> { Value.Unknown };
        }

        var outputs = new List<Value>();
        for (int i = 0; i < names.Count; i++)
        {
            Value output = Resolve(names[i], attribute, $"layers[{i}]", scope);
            if (output.IsKnown && outputs.Contains(output))
            {
                Report(RuleIds.UnknownName, attribute, $"layers[{i}]", "Output", $"it names '{names[i]}' twice", "Remove one of them.");
                output = Value.Unknown;
            }

            outputs.Add(output);
        }

        return outputs;
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

    private Value Resolve(string name, AttributeDeclaration step, string argument, Scope scope)
    {
        if (scope.Find(name) is { } value)
        {
            return value;
        }

        // Behind a layer that the compiler does not know, the name may be that layer's.
        if (!_isDoubtful)
        {
            NameRules.ReportUnknown(name, step, argument, scope, _given, _problems);
        }

        return Value.Unknown;
    }
}
