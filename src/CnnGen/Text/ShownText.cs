namespace CnnGen;

/// <summary>Words of a file that nobody vouches for, on their way to a terminal or a log.</summary>
internal static class ShownText
{
    /// <summary>The text without what a terminal would obey or what would make another line of it.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter));
}
