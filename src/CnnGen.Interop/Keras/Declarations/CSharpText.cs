using System.Globalization;
using System.Text;

namespace CnnGen.Interop.Keras;

/// <summary>Names from a file as C#: nothing gets out of its literal.</summary>
internal static class CSharpText
{
    /// <summary>A text as a literal.</summary>
    public static string Literal(string text)
    {
        var result = new StringBuilder("\"");
        foreach (char c in text)
        {
            bool isPlain = c == ' ' || (CharUnicodeInfo.GetUnicodeCategory(c) is var kind && kind <= UnicodeCategory.OtherNumber)
                || (kind >= UnicodeCategory.ConnectorPunctuation && kind <= UnicodeCategory.OtherSymbol);
            result.Append(c is '"' or '\\' ? $"\\{c}" : isPlain ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"));
        }

        return result.Append('"').ToString();
    }

    /// <summary>A name as that of a class: <c>my_model</c> becomes <c>MyModel</c>.</summary>
    public static string ClassName(string name)
    {
        var result = new StringBuilder();
        bool begins = true;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                result.Append(begins ? char.ToUpperInvariant(c) : c);
            }

            begins = !char.IsAsciiLetterOrDigit(c);
        }

        return result.Length == 0 || char.IsAsciiDigit(result[0]) ? $"Model{result}" : result.ToString();
    }

    /// <summary>Whether a text is the name that a class can have.</summary>
    public static bool IsClassName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Any(char.IsAsciiLetterUpper);

    /// <summary>A name that layers can have: one without dots, and without what cannot be printed.</summary>
    public static string LayerName(string name)
    {
        string clean = string.Concat(name.Select(static c => c == '.' || !IsPrintable(c) ? '_' : c));
        return string.IsNullOrWhiteSpace(clean) ? "layer" : clean;
    }

    private static bool IsPrintable(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
