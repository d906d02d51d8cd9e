using System.Globalization;

namespace CnnGen;

/// <summary>One column while it is read: numbers, or names of classes.</summary>
internal sealed class CsvColumn(string name, bool isClasses, float? missing)
{
    private readonly List<float> _numbers = [];
    private readonly Dictionary<string, int> _codes = [];
    private readonly List<int> _texts = [];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it has names of classes.</summary>
    public bool IsClasses { get; } = isClasses;

    /// <summary>Why it is none of numbers: the first such field; <see langword="null"/> if it is one.</summary>
    public string? Fault { get; private set; }

    /// <summary>The names of its classes in their order.</summary>
    public IReadOnlyList<string> Classes => [.. _codes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a field is a number as it must be written.</summary>
    public static bool IsNumber(string field) => TryParse(field, out _);

    public void Add(ReadOnlySpan<char> field, int line)
    {
        ReadOnlySpan<char> text = field.Trim();
        if (IsClasses)
        {
            AddClass(text, line);
        }
        else if (Fault is null)
        {
            AddNumber(text, line);
        }
    }

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<float> Numbers => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_numbers);

    /// <summary>The class of each example.</summary>
    public int[] ClassIndices()
    {
        List<string> classes = [.. Classes];
        Dictionary<int, int> places = _codes.ToDictionary(static code => code.Value, code => classes.BinarySearch(code.Key, StringComparer.Ordinal));
        return [.. _texts.Select(code => places[code])];
    }

    private static bool TryParse(ReadOnlySpan<char> field, out float number) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    private void AddClass(ReadOnlySpan<char> text, int line)
    {
        if (text.IsEmpty)
        {
            Fault ??= $"line {line}, column '{Name}', is empty: each example must have a class";
            return;
        }

        string key = text.ToString();
        if (!_codes.TryGetValue(key, out int code))
        {
            _codes[key] = code = _codes.Count;
        }

        _texts.Add(code);
    }

    private void AddNumber(ReadOnlySpan<char> text, int line)
    {
        if (TryParse(text, out float number))
        {
            _numbers.Add(number);
        }
        else if (text.IsEmpty && missing is { } value)
        {
            _numbers.Add(value);
        }
        else
        {
            string mend = text.IsEmpty ? $"is empty: fill it, or say by {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)} what stands for it"
                : $"is '{new string([.. text[..Math.Min(text.Length, 40)]])}', which is no number: write it like -1.5e3, or, if it is the name of a class, name the column in {nameof(CsvOptions)}.{nameof(CsvOptions.ClassColumns)}";
            Fault = $"line {line}, column '{Name}', {mend}";
            _numbers.Clear();
            _numbers.TrimExcess();
        }
    }
}
