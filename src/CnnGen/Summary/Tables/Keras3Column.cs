namespace CnnGen;

/// <summary>Where a cell's text stands.</summary>
internal enum Justification
{
    Left,
    Right,
    Center,
}

/// <summary>
/// A column of <see cref="Keras3Table"/>. Its text is wrapped as the Python library rich wraps it with the overflow 'ellipsis':
/// between words, and a word that fits on no line ends with <c>…</c>.
/// </summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Width">Of the text, without the blanks beside it.</param>
/// <param name="Justification">Where the text stands.</param>
internal sealed record Keras3Column(string Title, int Width, Justification Justification)
{
    /// <summary>The lines of a cell, padded to the column's width.</summary>
    public IReadOnlyList<string> Lines(string text) => [.. Wrapped(text).Select(Padded)];

    private IEnumerable<string> Wrapped(string text)
    {
        int start = 0;
        int used = 0;
        foreach ((int word, int end) in Words(text))
        {
            int length = text[word..end].TrimEnd().Length;
            if (length > Width - used && word > start)
            {
                yield return text[start..word];
                start = word;
                used = 0;
            }

            used += end - word;
        }

        yield return text[start..];
    }

    // A word takes the blanks that follow it, the first one also those before it.
    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (int start = 0, end = 0; start < text.Length; start = end)
        {
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }

            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            yield return (start, end);
        }
    }

    private string Padded(string line)
    {
        string text = line.TrimEnd();
        if (text.Length > Width)
        {
            text = text[..(Width - 1)] + "…";
        }

        int blanks = Width - text.Length;
        return Justification switch
        {
            Justification.Left => text.PadRight(Width),
            Justification.Right => text.PadLeft(Width),
            _ => text.PadLeft(text.Length + (blanks / 2)).PadRight(Width),
        };
    }
}
