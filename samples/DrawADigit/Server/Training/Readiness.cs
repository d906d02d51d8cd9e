namespace CnnGen.Samples.DrawADigit.Server.Training;

/// <summary>The reader, once there is one, and how far its training is until then.</summary>
internal sealed class Readiness : IDisposable
{
    private volatile Status _status = Status.Training(0, "The training of the network begins…");
    private volatile DigitReader? _reader;

    /// <summary>How far it is.</summary>
    public Status Status => _status;

    /// <summary>The reader; null as long as the network is trained.</summary>
    public DigitReader? Reader => _reader;

    /// <summary>Ready at once if there is a file of weights.</summary>
    /// <exception cref="CnnGenException">The file cannot be used.</exception>
    public static Readiness For(ServerOptions options)
    {
        var readiness = new Readiness();
        if (options.FileToRead is { } file)
        {
            readiness.Become(DigitReader.Open(file));
        }

        return readiness;
    }

    public void Become(DigitReader reader)
    {
        _reader = reader;
        _status = Status.Ready;
    }

    public void Become(Status status) => _status = status;

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();
}
