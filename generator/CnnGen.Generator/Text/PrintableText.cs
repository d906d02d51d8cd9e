using System.Globalization;
using System.Text;

namespace CnnGen.Generator.Text;

/// <summary>Text of an author's that goes into a message of one line.</summary>
internal static class PrintableText
{
    /// <summary>The text with a question mark for everything that cannot be printed.</summary>
    public static string Of(string text)
    {
        int fault = FaultIn(text);
        if (fault < 0)
        {
            return text;
        }

        var printed = new StringBuilder(text);
        for (; fault >= 0; fault = FaultIn(text, fault + 1))
        {
            printed[fault] = '?';
        }

        return printed.ToString();
    }

    /// <summary>The place of the first character that cannot be printed; -1 if there is none.</summary>
    public static int FaultIn(string text, int start = 0)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!IsPrintable(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // The last two are no characters at all: documentation may not hold them.
    private static bool IsPrintable(char c) => c < '\ufffe' && CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.Format);
}
