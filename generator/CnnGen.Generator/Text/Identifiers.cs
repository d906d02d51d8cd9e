using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Text;

/// <summary>Identifiers for names that are not always ones.</summary>
internal static class Identifiers
{
    /// <summary>A name of the user's as C# wants it: <c>@class</c>.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    /// <summary>A layer's name with everything that an identifier cannot hold replaced.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            text.Append(IsLetterOrDigit(c) ? c : '_');
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }

    // ASCII digits only: a compiler takes others, but not in the first place.
    private static bool IsLetterOrDigit(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.OtherLetter;
}
