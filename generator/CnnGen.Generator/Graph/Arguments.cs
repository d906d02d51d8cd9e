using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>
/// The arguments of one attribute with their ranges. A value outside is reported on its argument and replaced by a harmless
/// one, so that one reading finds all of them.
/// </summary>
internal sealed class Arguments
{
    private readonly AttributeDeclaration _attribute;
    private readonly string _rangeRule;
    private readonly ICollection<Problem> _problems;

    /// <param name="attribute">The attribute.</param>
    /// <param name="owner">What messages begin with: the layer's name.</param>
    /// <param name="rangeRule">The rule of a number out of its range.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public Arguments(AttributeDeclaration attribute, string owner, string rangeRule, ICollection<Problem> problems)
    {
        _attribute = attribute;
        Owner = owner;
        _rangeRule = rangeRule;
        _problems = problems;
    }

    /// <summary>What messages begin with.</summary>
    public string Owner { get; }

    /// <summary>The attribute's index, which mends name.</summary>
    public int Attribute => _attribute.Index;

    /// <summary>Whether something was out of range.</summary>
    public bool IsFaulty { get; private set; }

    public bool Has(string name) => _attribute[name] is not null;

    public bool Flag(string name, bool fallback) => _attribute[name] is bool value ? value : fallback;

    /// <summary>A list of numbers; <see langword="null"/> if it was not given.</summary>
    public EquatableArray<int>? Integers(string name) => _attribute[name] as EquatableArray<int>?;

    public string? Text(string name) => _attribute[name] as string;

    public int? Integer(string name) => _attribute[name] as int?;

    /// <summary>A number of at least 1.</summary>
    public int Positive(string name, int fallback)
    {
        if (_attribute[name] is not int value)
        {
            return fallback;
        }

        if (value >= 1)
        {
            return value;
        }

        OutOfRange(name, "at least 1", value.ToString(CultureInfo.InvariantCulture));
        return 1;
    }

    /// <summary>A number of at least 0.</summary>
    public int NotNegative(string name, int fallback)
    {
        if (_attribute[name] is not int value || value >= 0)
        {
            return _attribute[name] as int? ?? fallback;
        }

        OutOfRange(name, "at least 0", value.ToString(CultureInfo.InvariantCulture));
        return fallback;
    }

    /// <summary>One number for both axes, or one for each.</summary>
    public (int Height, int Width) PositivePair(string both, string height, string width, int fallback)
    {
        int size = Positive(both, fallback);
        return (Positive(height, size), Positive(width, size));
    }

    /// <summary>A number, and a second one where the axes differ.</summary>
    public (int Height, int Width) PositivePair(string height, string width, int fallback)
    {
        int size = Positive(height, fallback);
        return (size, Positive(width, size));
    }

    public double Real(string name, double fallback, Func<double, bool> isInRange, string range)
    {
        if (_attribute[name] is not double value)
        {
            return fallback;
        }

        if (isInRange(value) && !double.IsInfinity(value))
        {
            return value;
        }

        OutOfRange(name, range, value.ToString("R", CultureInfo.InvariantCulture));
        return fallback;
    }

    public T Choice<T>(string name, T fallback)
        where T : struct, Enum
    {
        if (_attribute[name] is not int value)
        {
            return fallback;
        }

        if (Enum.IsDefined(typeof(T), value))
        {
            return (T)Enum.ToObject(typeof(T), value);
        }

        string type = typeof(T).Name;
        string number = value.ToString(CultureInfo.InvariantCulture);
        Report(RuleIds.UndefinedValue, name, Owner, value < 0 ? $"({type})({number})" : $"({type}){number}", type, Words.OneOf(
            Enum.GetNames(typeof(T)).Select(option => $"{type}.{option}")));
        return fallback;
    }

    public void OutOfRange(string name, string range, string value) => Report(_rangeRule, name, Owner, name, range, value);

    public void Report(string id, string? argument, params string[] values) =>
        Report(id, argument, Array.Empty<Mend>(), values);

    public void Report(string id, string? argument, IEnumerable<Mend> mends, params string[] values)
    {
        IsFaulty = true;
        _problems.Add(new Problem(id, new Anchor(_attribute.Index, argument), values.ToEquatableArray())
        {
            Mends = mends.ToEquatableArray(),
        });
    }
}
