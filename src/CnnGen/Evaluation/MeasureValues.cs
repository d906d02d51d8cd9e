using System.Collections;
using System.Globalization;

namespace CnnGen;

/// <summary>Measures by their names, in the order in which the model gives them: <c>accuracy</c>, <c>precision</c>. Equal to others with equal names and values.</summary>
public sealed class MeasureValues : IReadOnlyCollection<KeyValuePair<string, double>>, IEquatable<MeasureValues>
{
    /// <summary>Nothing is measured.</summary>
    public static readonly MeasureValues None = new([]);

    private readonly KeyValuePair<string, double>[] _values;

    /// <param name="values">Names, each once, with values.</param>
    public MeasureValues(IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        if (_values.DistinctBy(static value => value.Key).Count() < _values.Length)
        {
            throw new ArgumentException("A measure has one value.", nameof(values));
        }
    }

    /// <summary>How many measures there are.</summary>
    public int Count => _values.Length;

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => _values.Select(static value => value.Key);

    /// <summary>A measure's value.</summary>
    /// <exception cref="CnnGenException">It is not measured.</exception>
    public double this[string name] => Find(name) ?? throw NotMeasured(name, Names);

    /// <summary>A measure's value; <see langword="null"/> if it is not measured.</summary>
    public double? Find(string name)
    {
        foreach (KeyValuePair<string, double> value in _values)
        {
            if (value.Key == name)
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(MeasureValues? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasureValues);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(Count, static (hash, value) => HashCode.Combine(hash, value));

    /// <summary><c>accuracy 0.9876, precision 0.9</c>.</summary>
    public override string ToString() =>
        string.Join(", ", _values.Select(static value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} {value.Value:G4}")));

    /// <summary>The same with another value, or without it.</summary>
    internal MeasureValues With(string name, double? value)
    {
        IEnumerable<KeyValuePair<string, double>> others = _values.Where(other => other.Key != name);
        return new MeasureValues(value is { } number ? others.Append(new(name, number)) : others);
    }

    internal static CnnGenException NotMeasured(string name, IEnumerable<string> names)
    {
        List<string> all = [.. names];
        string guess = NearestName.Of(name, all) is { } near ? $" Did you mean '{near}'?" : "";
        return new CnnGenException(
            $"There is no measure '{name}': {(all.Count == 0 ? "nothing is measured" : "measured are " + string.Join(", ", all))}.{guess}");
    }
}
