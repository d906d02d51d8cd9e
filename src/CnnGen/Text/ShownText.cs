namespace CnnGen;

/// <summary>Words of a file that nobody vouches for, on their way to a terminal or a log.</summary>
internal static class ShownText
{
    /// <summary>The text without what a terminal would obey or what would make another line of it.</summary>
    public static string OneLine(string text)
    {
        char[] letters = text.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = char.IsControl(letters[i]) ? ' ' : letters[i];
        }

        return new string(letters);
    }
}
