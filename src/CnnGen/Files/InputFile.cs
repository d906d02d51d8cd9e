namespace CnnGen;

/// <summary>Opens a file for reading, with errors that name it.</summary>
internal static class InputFile
{
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be: 'a weight file'.</param>
    /// <param name="read">Reads it.</param>
    public static T Read<T>(string path, string what, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return stream.CanSeek
                ? read(stream)
                : throw new CnnGenException($"{path} cannot be read: it is a pipe or a device; expected {what}. Copy it into a file.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CnnGenException($"{path} does not exist; expected {what}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = Directory.Exists(path) ? "it is a folder" : exception.Message.TrimEnd('.');
            throw new CnnGenException($"{path} cannot be read: {reason}; expected {what}.", exception);
        }
    }
}
