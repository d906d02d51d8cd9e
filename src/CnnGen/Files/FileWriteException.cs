namespace CnnGen;

/// <summary>A file cannot be written: the disk is full, the folder is gone or may not be written to. The message is one line that names it.</summary>
public sealed class FileWriteException : CnnGenException
{
    /// <summary>An error with the file and its cause.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    /// <param name="innerException">The cause.</param>
    public FileWriteException(string path, string reason, Exception? innerException = null)
        : base($"{path} cannot be written: {reason}", innerException) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
