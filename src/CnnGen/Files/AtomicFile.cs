namespace CnnGen;

/// <summary>
/// Writes a file under a temporary name and moves it into place: there is the old file or the new one, never half of one. A process
/// that is killed meanwhile leaves the temporary file (<c>*.cnngen.tmp</c>); the next writing in that folder deletes it.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file, and its folder where there is none.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="write">Writes the content. What it throws leaves the old file as it was.</param>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);
        string full = Path.GetFullPath(path);
        try
        {
            string directory = Path.GetDirectoryName(full) ?? full;
            Directory.CreateDirectory(directory);
            TemporaryFile.DeleteLeftovers(directory);
            using var file = new TemporaryFile(full);
            write(file.Stream);
            file.Finish();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, exception);
        }
    }

    /// <summary>The error of a file that cannot be written.</summary>
    internal static FileWriteException NotWritten(string path, Exception exception)
    {
        string reason = Directory.Exists(path) ? "it is a folder. Name a file in it." : exception.Message;
        return new FileWriteException(path, reason, exception);
    }
}
