namespace CnnGen;

/// <summary>
/// Something that the caller can put right: a file that is missing or is not what it should be, data that does not fit the model,
/// a training that diverged. The message is one line that names the thing, says what was expected and what to do.
/// </summary>
public class CnnGenException : Exception
{
    /// <summary>An error with its message.</summary>
    public CnnGenException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and its cause.</summary>
    public CnnGenException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
