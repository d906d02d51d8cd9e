using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnGen.Generator.Text;

/// <summary>Bits of English for messages.</summary>
internal static class Words
{
    /// <summary><c>a, b or c</c>.</summary>
    public static string OneOf(IEnumerable<string> options)
    {
        List<string> all = options.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : string.Join(", ", all.Take(all.Count - 1)) + " or " + all[all.Count - 1];
    }

    /// <summary><c>a 5×5</c>, <c>an 8×8</c>.</summary>
    public static string Article(string number) =>
        number[0] == '8' || IsSpokenWithVowel(number, "11") || IsSpokenWithVowel(number, "18") ? "an " + number : "a " + number;

    public static string Count(long count, string one, string many) =>
        Text(count) + " " + (count == 1 ? one : many);

    /// <summary><c>3×5</c>.</summary>
    public static string Size(long height, long width) => Text(height) + "×" + Text(width);

    /// <summary><c>3×5×5</c>.</summary>
    public static string Size(IEnumerable<long> sizes) => string.Join("×", sizes.Select(Text));

    /// <summary><c>2</c> for all axes, or <c>2×1</c>.</summary>
    public static string SizeOrOne(IReadOnlyList<long> sizes) => sizes.All(size => size == sizes[0]) ? Text(sizes[0]) : Size(sizes);

    /// <summary><c>row and column</c>.</summary>
    public static string AllOf(IEnumerable<string> items)
    {
        List<string> all = items.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : string.Join(", ", all.Take(all.Count - 1)) + " and " + all[all.Count - 1];
    }

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Eleven and eighteen, but not one hundred and ten.
    private static bool IsSpokenWithVowel(string number, string start) =>
        number.StartsWith(start, StringComparison.Ordinal) && (number.Length == 2 || !char.IsDigit(number[2]));
}
