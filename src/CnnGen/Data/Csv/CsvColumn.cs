using System.Globalization;

namespace CnnGen;

/// <summary>One column while it is read: numbers, or names of classes.</summary>
internal sealed class CsvColumn(string name, CsvClasses? classes, float? missing)
{
    private readonly List<float> _numbers = [];
    private readonly List<int> _codes = [];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its classes; <see langword="null"/> if it has numbers.</summary>
    public CsvClasses? Classes { get; } = classes;

    /// <summary>Whether it can be told which classes there are.</summary>
    public bool HasClasses => Classes is { } classes && (classes.AreGiven || (Fault is null && _codes.Count > 0));

    /// <summary>Why it is none of numbers: the first such field; <see langword="null"/> if it is one.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether a field is a number as it must be written.</summary>
    public static bool IsNumber(string field) => TryParse(field, out _);

    public void Add(ReadOnlySpan<char> field, int line)
    {
        ReadOnlySpan<char> text = field.Trim();
        if (Classes is not null)
        {
            AddClass(Classes, text.ToString(), line);
        }
        else if (Fault is null)
        {
            AddNumber(text, line);
        }
    }

    /// <summary>The numbers; of classes their indices.</summary>
    public float[] Values() => Classes is { } classes ? [.. classes.Indices(_codes).Select(static index => (float)index)] : [.. _numbers];

    private static bool TryParse(ReadOnlySpan<char> field, out float number) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    private void AddClass(CsvClasses classes, string text, int line)
    {
        if (text.Length == 0)
        {
            Fault ??= $"line {line}, column '{Name}', is empty: each example must have a class";
        }
        else if (classes.Code(text) is { } code)
        {
            _codes.Add(code);
        }
        else
        {
            Fault ??= $"line {line}, column '{Name}', is {classes.Unknown(text)}";
        }
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
                : $"is '{CsvClasses.Shown(text)}', which is no number: write it like -1.5e3, or, if it is the name of a class, name the column in {nameof(CsvOptions)}.{nameof(CsvOptions.ClassColumns)}";
            Fault = $"line {line}, column '{Name}', {mend}";
            _numbers.Clear();
            _numbers.TrimExcess();
        }
    }
}
