using System.Text.RegularExpressions;

namespace CnnGen.Interop.Keras;

/// <summary>Keras's automatic names.</summary>
internal static partial class KerasNames
{
    /// <summary>The snake case of a class: <c>conv2d_transpose</c>.</summary>
    public static string SnakeCase(string className) => Humps().Replace(Words().Replace(className, "$1_$2"), "$1_$2").ToLowerInvariant();

    /// <summary>The names of the groups of layers: each class is numbered from the second one on.</summary>
    public static IReadOnlyList<string> Groups(IEnumerable<string> classNames)
    {
        var counts = new Dictionary<string, int>();
        return [.. classNames.Select(className => Next(SnakeCase(className), counts))];
    }

    /// <summary>The next name of a stem.</summary>
    public static string Next(string stem, Dictionary<string, int> counts)
    {
        counts.TryGetValue(stem, out int count);
        counts[stem] = count + 1;
        return count == 0 ? stem : FormattableString.Invariant($"{stem}_{count}");
    }

    // The two steps of Keras's to_snake_case.
    [GeneratedRegex("(.)([A-Z][a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("([a-z])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Humps();
}
