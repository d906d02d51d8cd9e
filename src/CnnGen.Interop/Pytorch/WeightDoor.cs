namespace CnnGen.Interop;

/// <summary>Opens a file of weights that nobody vouches for: whatever is wrong with it becomes an error that names it.</summary>
internal static class WeightDoor
{
    private const int MaxReason = 500;

    /// <param name="path">The file.</param>
    /// <param name="what">What it should be.</param>
    /// <param name="read">Reads it.</param>
    public static void Read(string path, string what, Action<Stream> read)
    {
        try
        {
            InputFile.Read(path, what, stream =>
            {
                read(stream);
                return true;
            });
        }
        catch (BadFileException bad)
        {
            throw new CnnGenException($"{path} cannot be read: {OneLine(bad.Message)}; expected {what}.", bad.InnerException);
        }
    }

    // Names in a file can be anything.
    private static string OneLine(string reason)
    {
        string shown = reason.Length <= MaxReason ? reason : reason[..MaxReason] + "…";
        return string.Concat(shown.Select(static letter => char.IsControl(letter) ? ' ' : letter));
    }
}
