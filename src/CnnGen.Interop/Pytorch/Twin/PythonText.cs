using System.Globalization;
using System.Text;

namespace CnnGen.Interop;

/// <summary>Values as Python writes them.</summary>
internal static class PythonText
{
    /// <summary>A text. Whatever is in it stays in it.</summary>
    public static string String(string text) => $"\"{Escaped(text, keepsLines: false)}\"";

    /// <summary>Lines of a docstring.</summary>
    public static string Docstring(string text) => Escaped(text, keepsLines: true);

    /// <summary>A whole number.</summary>
    public static string Integer(double number) => ((long)number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that may have a fraction.</summary>
    public static string Real(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }

    /// <summary>Whole numbers, as PyTorch takes them for axes: one that stands for all, or a tuple.</summary>
    public static string Sizes(IReadOnlyList<double> numbers) => numbers.All(number => number == numbers[0]) ? Integer(numbers[0]) : Tuple(numbers.Select(Integer));

    public static string Tuple(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length == 1 ? $"({all[0]},)" : $"({string.Join(", ", all)})";
    }

    public static string Tuple(IEnumerable<int> numbers) => Tuple(numbers.Select(static number => Integer(number)));

    /// <summary>Whole numbers as arguments.</summary>
    public static string Arguments(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(static number => Integer(number)));

    private static string Escaped(string text, bool keepsLines)
    {
        var escaped = new StringBuilder();
        foreach (char letter in text)
        {
            escaped.Append(letter switch
            {
                '\n' when keepsLines => "\n",
                '"' when keepsLines => "\"",
                '\\' or '"' => $"\\{letter}",
                < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        // Three quotes would end a docstring, and so would one before its end.
        return keepsLines ? escaped.ToString().Replace("\"\"", "\\\"\\\"", StringComparison.Ordinal) : escaped.ToString();
    }
}
