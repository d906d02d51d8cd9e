namespace CnnGen;

/// <summary>Writes a file under a temporary name and moves it into place: there is the old file or the new one, never half of one.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file, and its folder where there is none.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="write">Writes the content. What it throws leaves the old file as it was.</param>
    /// <exception cref="CnnGenException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
            throw new CnnGenException($"{path} cannot be written: {exception.Message}", exception);
        }
        catch
        {
            Delete(temporary);
            throw;
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
