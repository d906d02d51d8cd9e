using System.Text.RegularExpressions;

namespace CnnGen.Generator.Diagnostics;

/// <summary>A comment that begins with the shapes of a line's layers: <c>// 26×26×32 → 13×13×32 the stem</c>.</summary>
/// <param name="Start">Where the shapes begin, from the first slash on.</param>
/// <param name="Shapes">The shapes.</param>
/// <param name="Words">What the author wrote behind them.</param>
internal sealed record ShapeComment(int Start, string Shapes, string Words)
{
    /// <summary>Stands between the shapes of several layers on a line.</summary>
    public const string Arrow = " → ";

    // Sets a number apart from words behind it, which would make words of the number as well: 10 classes.
    private const string Dot = " · ";

    private const int AxesOfMap = 3;

    private static readonly Regex s_form = new(
        @"^//[ \t]*(?<shapes>[0-9]+(×[0-9]+)*( → [0-9]+(×[0-9]+)*)*)(?<words>|[\s·,;:.()–—-].*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline);

    private bool IsChain => Shapes.Contains(Arrow);

    private int Axes => Shapes.Split('×').Length;

    /// <summary>Whether it can be nothing else, and is not a number alone.</summary>
    public bool IsMap => IsChain || Axes >= AxesOfMap;

    /// <returns><see langword="null"/> for a comment that begins with something else.</returns>
    public static ShapeComment? Parse(string comment)
    {
        Match match = s_form.Match(comment);
        return match.Success
            ? new ShapeComment(match.Groups["shapes"].Index, match.Groups["shapes"].Value, match.Groups["words"].Value.TrimEnd())
            : null;
    }

    /// <summary>Whether it is meant as a shape: authors number their layers, and write down kernels.</summary>
    /// <param name="axes">The axes of what the line's last layer gives.</param>
    /// <param name="keepsShapes">Whether numbers alone are shapes in this class.</param>
    public bool IsShape(int axes, bool keepsShapes) => IsMap
        || (Axes > 1 ? Axes == axes : keepsShapes && (Words.Length == 0 || Words.StartsWith(Dot, System.StringComparison.Ordinal)));

    /// <summary>Whether it says what the layers of its line give, or the last of them.</summary>
    public bool Says(string shapes) => shapes == Shapes || shapes.EndsWith(Arrow + Shapes, System.StringComparison.Ordinal);

    /// <summary>The comment with other shapes and the same words.</summary>
    public string With(string shapes)
    {
        bool isNumber = !shapes.Contains("×") && Words.Length > 0 && !Words.StartsWith(Dot, System.StringComparison.Ordinal);
        return $"// {shapes}{(isNumber ? Dot + Words.TrimStart() : Words)}";
    }
}
