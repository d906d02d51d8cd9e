using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>Puts what a [Use] gives in the place of the library's <c>Arg</c> constants, and computes what a block makes of them.</summary>
internal sealed class BlockArguments
{
    // What a use gives without saying so; the others it must say.
    private static readonly Dictionary<string, object> s_defaults = new()
    {
        ["Strides"] = 1,
        ["Dilation"] = 1,
        ["Groups"] = 1,
        ["DepthMultiplier"] = 1,
        ["Activation"] = (int)Activation.Linear,
        ["Padding"] = (int)Pad.Valid,
        ["Rate"] = 0.0,
    };

    private readonly AttributeDeclaration? _use;
    private readonly bool _isRepeated;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _reported = new();

    /// <param name="use">The [Use]; <see langword="null"/> in a model, where there is none.</param>
    /// <param name="isRepeated">Whether it is the second or a later one of the times that the block stands there.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public BlockArguments(AttributeDeclaration? use, bool isRepeated, List<Problem> problems)
    {
        _use = use;
        _isRepeated = isRepeated;
        _problems = problems;
    }

    /// <summary>
    /// The attribute with its values filled in; broken, if one of them is not known. One of a block stands where the [Use] stands:
    /// nobody sees the block's own place beside the shapes that are wrong in this use.
    /// </summary>
    public AttributeDeclaration Fill(AttributeDeclaration attribute)
    {
        if (_use is null && !attribute.Arguments.Any(IsComputed))
        {
            return attribute;
        }

        List<Argument> filled = attribute.Arguments
            .Select(argument => argument with { Value = Fill(argument.Value, attribute, argument.Name) })
            .ToList();
        return attribute with
        {
            Index = _use?.Index ?? attribute.Index,
            Place = new AttributePlace(_use?.Used!.FullName ?? AttributePlace.OnModel, attribute.Index),
            IsBroken = attribute.IsBroken || attribute.Arguments.Zip(filled, static (said, known) => said.Value is not null && known.Value is null).Contains(true),
            Arguments = filled.ToEquatableArray(),
        };
    }

    private static bool IsComputed(Argument argument) => argument.Value is ArgExpression or ArgList or ArgArithmetic;

    private object? Fill(object? value, AttributeDeclaration attribute, string argument) => value switch
    {
        ArgExpression expression => Compute(expression, attribute, argument),
        ArgList list => ComputeAll(list, attribute, argument),
        ArgArithmetic arithmetic => ReportUnreadable(arithmetic, attribute, argument),
        _ => value,
    };

    private object? ComputeAll(ArgList list, AttributeDeclaration attribute, string argument)
    {
        List<object?> items = list.Items.Select(item => Compute(item, attribute, argument)).ToList();
        return items.TrueForAll(static item => item is int) ? items.Cast<int>().ToEquatableArray() : null;
    }

    private object? Compute(ArgExpression expression, AttributeDeclaration attribute, string argument)
    {
        var given = new Dictionary<string, object?>();
        foreach (string name in expression.Names.Distinct())
        {
            given[name] = Given(name, attribute, argument);
        }

        if (given.Values.Contains(null))
        {
            return null;
        }

        var (number, fault) = ArgEvaluation.Evaluate(expression, given!);
        if (fault is not null)
        {
            Report(attribute, argument, expression.ToString(), $"in '{_use?.Used!.Name}' {fault.Text}", fault.Remedy, isOfUse: true);
        }

        return number;
    }

    private object? Given(string name, AttributeDeclaration attribute, string argument)
    {
        if (_use is not null && name == "Strides" && _isRepeated)
        {
            return 1;
        }

        if (_use?[name] is { } given)
        {
            return given;
        }

        if (_use is not null && s_defaults.TryGetValue(name, out object? value))
        {
            return value;
        }

        Report(attribute, argument, $"Arg.{name}", $"is taken by '{_use?.Used!.Name}', but this [Use] gives none", $"Add {name} = ….", isOfUse: true);
        return null;
    }

    private object? ReportUnreadable(ArgArithmetic arithmetic, AttributeDeclaration attribute, string argument)
    {
        Report(attribute, argument, arithmetic.Text, $"in '{_use?.Used!.Name}' is arithmetic that a block does not take",
            "Write it with +, -, *, /, parentheses, (int) and (double): Arg.Filters / 2 + 16.", isOfUse: false);
        return null;
    }

    // Once for each name, however many layers of the block take it.
    private void Report(AttributeDeclaration attribute, string argument, string what, string fault, string remedy, bool isOfUse)
    {
        if (!_reported.Add(what))
        {
            return;
        }

        _problems.Add(_use is null
            ? new Problem(RuleIds.BlockArgument, new Anchor(attribute.Index, argument), EquatableArray.Of(
                what, "stands for what a [Use] gives to a block, but here is no block", "Write the number itself."))
            : new Problem(RuleIds.BlockArgument, new Anchor(_use.Index), EquatableArray.Of(what, fault, remedy)) { IsOfUse = isOfUse });
    }
}
