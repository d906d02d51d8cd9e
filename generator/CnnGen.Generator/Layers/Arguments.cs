using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>
/// The arguments of one attribute with their ranges. A value outside is reported on its argument and replaced by a harmless
/// one, so that one reading finds all of them.
/// </summary>
internal sealed class Arguments
{
    private readonly AttributeDeclaration _attribute;
    private readonly string _rangeRule;
    private readonly ICollection<Problem> _problems;

    // Those that were given as they are anyway.
    private readonly HashSet<string> _usual = new();

    // Those that were given and are not, as they were read.
    private readonly List<LayerSetting> _written = new();

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

    /// <summary>The attribute's index, which fixes name.</summary>
    public int Attribute => _attribute.Index;

    /// <summary>Whether something was out of range.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>What was read so far and is not as it is anyway, in the order in which it was read.</summary>
    public EquatableArray<LayerSetting> Written => _written
        .Select(static setting => setting with { Name = char.ToLowerInvariant(setting.Name[0]) + setting.Name.Substring(1) })
        .ToEquatableArray();

    public bool Has(string name) => _attribute[name] is not null;

    public bool Flag(string name, bool fallback) => _attribute[name] is bool value ? Noted(name, value, fallback) : fallback;

    /// <summary>Those of the arguments that were read and are not as they are anyway, as one writes them.</summary>
    public string Given(IEnumerable<string> names) => string.Join(", ", names.Where(name => Has(name) && !_usual.Contains(name)).Select(name =>
        string.Format(CultureInfo.InvariantCulture, "{0} = {1}", name, _attribute[name])));

    /// <summary>A list of numbers; <see langword="null"/> if it was not given.</summary>
    public EquatableArray<int>? Integers(string name) =>
        _attribute[name] is EquatableArray<int> list ? Listed(name, list, list.Select(static number => (double)number)) : null;

    /// <summary>A list of real numbers; <see langword="null"/> if it was not given, or is empty.</summary>
    public EquatableArray<double>? Reals(string name) => 
        _attribute[name] is EquatableArray<double> { Count: > 0 } list ? Listed(name, list, list) : null;

    /// <summary>A list of numbers in a range; <see langword="null"/> if it was not given.</summary>
    public EquatableArray<double>? Reals(string name, Range range, IEnumerable<Fix> fixes)
    {
        if (_attribute[name] is not EquatableArray<double> values)
        {
            return null;
        }

        foreach (double value in values.Where(value => !range.Holds(value)).Take(1))
        {
            OutOfRange(name, range.Words(value), Words.Number(value), fixes);
            return null;
        }

        return Listed(name, values, values);
    }

    public string? Text(string name) => _attribute[name] as string;

    /// <summary>A list of texts; <see langword="null"/> if it was not given.</summary>
    public IReadOnlyList<string>? Texts(string name) => _attribute[name] is EquatableArray<string> list ? list : null;

    public int? Integer(string name)
    {
        if (_attribute[name] is not int value)
        {
            return null;
        }

        Note(new LayerSetting(name, EquatableArray.Of<double>(value)), isUsual: false);
        return value;
    }

    /// <summary>A number of at least 1.</summary>
    public int Positive(string name, int fallback) => Integer(name, fallback, Range.AtLeast(1));

    /// <summary>A number of at least 0.</summary>
    public int NotNegative(string name, int fallback) => Integer(name, fallback, Range.AtLeast(0));

    public int Integer(string name, int fallback, Range range)
    {
        if (_attribute[name] is not int value)
        {
            return fallback;
        }

        if (range.Holds(value))
        {
            return Noted(name, value, fallback);
        }

        OutOfRange(name, range.Words(value), Words.Text(value), Instead(name, range.Instead(value) is { } other ? Words.Text(other) : null));
        return fallback;
    }

    /// <summary>One number for all axes, or one for each: <c>kernelSize</c>, or <c>kernelHeight</c> and <c>kernelWidth</c>.</summary>
    public IReadOnlyList<int> Sizes(string all, string prefix, IEnumerable<string> axes, int fallback)
    {
        int size = Positive(all, fallback);
        return axes.Select(axis => Positive(prefix + axis, size)).ToList();
    }

    /// <summary>A number, and further ones for axes that differ from the first: <c>Strides</c> and <c>StridesWidth</c>.</summary>
    public IReadOnlyList<int> Steps(string argument, IReadOnlyList<string> axes, IReadOnlyList<int> fallback)
    {
        int first = Positive(argument, fallback[0]);
        return axes
            .Select((axis, i) => i == 0 ? first : Positive(argument + axis, Has(argument) ? first : fallback[i]))
            .ToList();
    }

    public double Real(string name, double fallback, Range range)
    {
        if (_attribute[name] is not double value)
        {
            return fallback;
        }

        if (range.Holds(value))
        {
            return Noted(name, value, fallback);
        }

        OutOfRange(
            name, range.Words(value), value.ToString("R", CultureInfo.InvariantCulture), Instead(name, range.Instead(value) is { } other ? Words.Number(other) : null));
        return fallback;
    }

    // For the rules of training, until they take a range too.
    public double Real(string name, double fallback, Func<double, bool> isInRange, string range)
    {
        if (_attribute[name] is not double value)
        {
            return fallback;
        }

        if (isInRange(value) && !double.IsInfinity(value))
        {
            return Noted(name, value, fallback);
        }

        OutOfRange(name, range, value.ToString("R", CultureInfo.InvariantCulture));
        return fallback;
    }

    /// <param name="name">The argument.</param>
    /// <param name="fallback">What it is where nothing is said.</param>
    /// <param name="offered">The values that a message offers; none for all.</param>
    public T Choice<T>(string name, T fallback, params T[] offered)
        where T : struct, Enum
    {
        if (_attribute[name] is not int value)
        {
            return fallback;
        }

        if (Enum.IsDefined(typeof(T), value))
        {
            var choice = (T)Enum.ToObject(typeof(T), value);
            Note(new LayerSetting(name, EquatableArray<double>.Empty, choice.ToString()), isUsual: choice.Equals(fallback));
            return choice;
        }

        string type = typeof(T).Name;
        string number = value.ToString(CultureInfo.InvariantCulture);
        Report(RuleIds.UndefinedValue, name, LeaveOut(name), Owner, value < 0 ? $"({type})({number})" : $"({type}){number}", type, Words.OneOf(
            (offered.Length == 0 ? (T[])Enum.GetValues(typeof(T)) : offered).Select(option => $"{type}.{option}")));
        return fallback;
    }

    public void OutOfRange(string name, string range, string value) => OutOfRange(name, range, value, LeaveOut(name));

    public void OutOfRange(string name, string range, string value, IEnumerable<Fix> fixes) =>
        Report(_rangeRule, name, fixes, Owner, name, range, value);

    /// <summary>What has a default can be left out: properties, and not the constructor's parameters.</summary>
    public IReadOnlyList<Fix> LeaveOut(string name) =>
        char.IsUpper(name[0]) && Has(name) ? [new Fix($"Leave {name} out", Edit.Unset(_attribute.Index, name))] : [];

    // What cannot be left out gets another value.
    private IEnumerable<Fix> Instead(string name, string? value) =>
        LeaveOut(name) is { Count: > 0 } left ? left
        : value is null ? []
        : [new Fix($"Write {value}", Edit.Set(_attribute.Index, name, value))];

    public void Report(string id, string? argument, params string[] values) =>
        Report(id, argument, Array.Empty<Fix>(), values);

    public void Report(string id, string? argument, IEnumerable<Fix> fixes, params string[] values)
    {
        IsFaulty = true;
        _problems.Add(new Problem(id, new Anchor(_attribute.Index, argument), values.ToEquatableArray())
        {
            Fixes = fixes.ToEquatableArray(),
        });
    }

    private T Noted<T>(string name, T value, T fallback)
        where T : IEquatable<T>, IConvertible
    {
        Note(new LayerSetting(name, EquatableArray.Of(value.ToDouble(CultureInfo.InvariantCulture))), isUsual: value.Equals(fallback));
        return value;
    }

    private EquatableArray<T> Listed<T>(string name, EquatableArray<T> value, IEnumerable<double> numbers)
        where T : IEquatable<T>
    {
        Note(new LayerSetting(name, numbers.ToEquatableArray()), isUsual: false);
        return value;
    }

    private void Note(LayerSetting setting, bool isUsual)
    {
        if (isUsual)
        {
            _usual.Add(setting.Name);
        }
        else
        {
            _written.RemoveAll(old => old.Name == setting.Name);
            _written.Add(setting);
        }
    }
}
