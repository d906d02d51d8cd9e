namespace CnnGen.Interop;

/// <summary>Opens a file that nobody vouches for: whatever is wrong with it becomes an error that names it.</summary>
internal static class UntrustedFile
{
    private const int MaxReason = 500;

    /// <param name="path">The file.</param>
    /// <param name="what">What it should be.</param>
    /// <param name="read">Reads it.</param>
    public static T Read<T>(string path, string what, Func<Stream, T> read)
    {
        try
        {
            return InputFile.Read(path, what, read);
        }
        catch (FileFault fault)
        {
            throw new CnnGenException($"{path} cannot be read: {OneLine(fault.Message)}; expected {what}.", fault.InnerException ?? fault);
        }
    }

    // Names in a file can be anything.
    private static string OneLine(string reason)
    {
        string shown = reason.Length <= MaxReason ? reason : reason[..MaxReason] + "…";
        return ShownText.OneLine(shown);
    }
}
