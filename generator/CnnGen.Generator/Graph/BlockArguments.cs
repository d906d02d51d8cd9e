using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>
/// Puts what a [Use] gives in the place of the library's <c>Arg</c> constants. Each of those is a negative prime, so that
/// <c>Arg.Filters * 4</c>, which the compiler has multiplied out, is still known for what it was.
/// </summary>
internal sealed class BlockArguments
{
    // The values of CnnGen.Arg.
    private static readonly Dictionary<string, int> s_marks = new()
    {
        ["Filters"] = -1_000_003,
        ["Units"] = -1_000_033,
        ["KernelSize"] = -1_000_037,
        ["PoolSize"] = -1_000_039,
        ["Strides"] = -1_000_081,
        ["Dilation"] = -1_000_099,
        ["Groups"] = -1_000_117,
        ["Expansion"] = -1_000_121,
        ["DepthMultiplier"] = -1_000_133,
        ["Activation"] = -1_000_151,
        ["Padding"] = -1_000_159,
        ["Rate"] = -1_000_171,
    };

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
    private readonly HashSet<string> _missing = new();

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
    /// The attribute with its values filled in. One of a block stands where the [Use] stands: nobody sees the block's own place
    /// beside the shapes that are wrong in this use.
    /// </summary>
    public AttributeDeclaration Fill(AttributeDeclaration attribute)
    {
        if (_use is null && !attribute.Arguments.Any(IsMarked))
        {
            return attribute;
        }

        return attribute with
        {
            Index = _use?.Index ?? attribute.Index,
            Arguments = attribute.Arguments
                .Select(argument => argument with { Value = Fill(argument.Value, attribute, argument.Name) })
                .ToEquatableArray(),
        };
    }

    private static bool IsMarked(Argument argument) => argument.Value switch
    {
        int number => NameOf(number) is not null,
        double number => number == s_marks["Rate"],
        EquatableArray<int> numbers => numbers.Any(static number => NameOf(number) is not null),
        _ => false,
    };

    // The primes are larger than any factor, so that no product belongs to two of them.
    private static string? NameOf(int number) => number >= 0
        ? null
        : s_marks.FirstOrDefault(mark => number % mark.Value == 0).Key;

    private object? Fill(object? value, AttributeDeclaration attribute, string argument) => value switch
    {
        int number when NameOf(number) is { } name =>
            Given(name, attribute, argument) is int given ? Product(given, number / s_marks[name]) : null,
        double number when number == s_marks["Rate"] => Given("Rate", attribute, argument),
        EquatableArray<int> numbers when numbers.Any(static number => NameOf(number) is not null) =>
            numbers.Select(number => Fill(number, attribute, argument) as int? ?? 1).ToEquatableArray(),
        _ => value,
    };

    private static int Product(int given, int factor)
    {
        long product = (long)given * factor;
        return product > int.MaxValue ? int.MaxValue : product < int.MinValue ? int.MinValue : (int)product;
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

        ReportMissing(name, attribute, argument);
        return null;
    }

    // Once for each name, however many layers of the block take it.
    private void ReportMissing(string name, AttributeDeclaration attribute, string argument)
    {
        if (!_missing.Add(name) || _isRepeated)
        {
            return;
        }

        _problems.Add(_use is null
            ? new Problem(RuleIds.BlockArgument, new Anchor(attribute.Index, argument), EquatableArray.Of(
                $"Arg.{name}", "stands for what a [Use] gives to a block, but here is no block", "Write the number itself."))
            : new Problem(RuleIds.BlockArgument, new Anchor(_use.Index), EquatableArray.Of(
                $"Arg.{name}", $"is taken by '{_use.Used!.Name}', but this [Use] gives none", $"Add {name} = ….")));
    }
}
