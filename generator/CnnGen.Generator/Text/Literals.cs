using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CnnGen.Generator.Text;

/// <summary>C# literals, in the invariant culture; nothing in a value can end its literal.</summary>
internal static class Literals
{
    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number where a <c>long</c> is wanted; a small one needs no suffix there.</summary>
    public static string Long(long value) => Integer(value) + (value is >= int.MinValue and <= int.MaxValue ? "" : "L");

    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>As people write it: <c>0.001</c>, <c>2.0</c>, <c>1e-7</c>.</summary>
    public static string Double(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int power = text.IndexOf('E');
        return power >= 0 ? $"{text.Substring(0, power)}e{Integer(int.Parse(text.Substring(power + 1), CultureInfo.InvariantCulture))}"
            : text.IndexOf('.') >= 0 ? text
            : text + ".0";
    }

    /// <summary>A <c>float</c>: <c>0.485f</c>.</summary>
    public static string Float(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";

    public static string Integers(IEnumerable<int> values) => Array("int", values.Select(static value => Integer(value)));

    public static string Longs(params long[] values) => Array("long", values.Select(Long));

    public static string Array(string type, IEnumerable<string> items)
    {
        string list = string.Join(", ", items);
        return list.Length == 0 ? $"new {type}[0]" : $"new {type}[] {{ {list} }}";
    }

    public static string String(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(Escape(c));
        }

        return text.Append('"').ToString();
    }

    /// <summary>The lines of a raw string, its quotes among them; <see langword="null"/> for text that only escapes can show.</summary>
    public static IReadOnlyList<string>? Raw(string text)
    {
        if (!text.All(static c => c == '\n' || IsPlain(c)))
        {
            return null;
        }

        string quotes = "\"\"\"";
        while (text.Contains(quotes))
        {
            quotes += '"';
        }

        return [quotes, .. text.Split('\n'), quotes + ";"];
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsPlain(c) => c.ToString(),
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    // Line separators end a literal, and the two halves of a pair say nothing alone.
    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
