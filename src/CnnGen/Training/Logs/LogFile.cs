namespace CnnGen;

/// <summary>
/// A file that only grows, by whole lines or records. It is opened for each of them, so that nothing has to be closed and a file
/// that was removed is noticed. A checkpoint remembers how long it was and the sum of its bytes; a resumed training cuts it there.
/// </summary>
internal sealed class LogFile
{
    private const int Attempts = 50;

    private static readonly TimeSpan TimeBetweenAttempts = TimeSpan.FromMilliseconds(20);

    private long _length;
    private uint _sum;

    /// <summary>Where it is.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Whether there is something in a file.</summary>
    public static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>Begins an empty file, and its folder where there is none; an old file is replaced.</summary>
    /// <exception cref="CnnGenException">It cannot be written.</exception>
    public void Create(string path)
    {
        (Path, _length, _sum) = (path, 0, 0);
        AtomicFile.Write(path, static _ => { });
    }

    /// <summary>Adds whole lines or records: all of them or, with an error, none.</summary>
    /// <exception cref="CnnGenException">It cannot be written, or somebody else has removed or shortened it.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using FileStream stream = Open(Path, FileAccess.Write);
            if (stream.Length < _length)
            {
                throw new IOException("somebody else has shortened it.");
            }

            stream.Position = _length;
            Write(stream, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(Path, exception);
        }

        _length += bytes.Length;
        _sum = Crc32C.Of(bytes, _sum);
    }

    /// <summary>
    /// Writes how far the file goes. It is not brought to the disk before, which training would have to wait for: if the power fails, the resumed training finds that
    /// the file is not the one it knew, and writes it anew from the history.
    /// </summary>
    public void SaveState(BinaryWriter writer)
    {
        writer.Write(_length);
        writer.Write(_sum);
    }

    /// <summary>Reads what <see cref="SaveState"/> wrote.</summary>
    public void LoadState(BinaryReader reader)
    {
        _length = reader.ReadInt64();
        _sum = reader.ReadUInt32();
    }

    /// <summary>Goes on with the file of a checkpoint whose state was loaded: what was written after that is cut off.</summary>
    /// <returns><see langword="false"/> if the file is not there, is shorter, or is not the one that the checkpoint knew; nothing was changed.</returns>
    /// <exception cref="CnnGenException">It cannot be written.</exception>
    public bool Reopen(string path)
    {
        Path = path;
        try
        {
            using FileStream stream = Open(path, FileAccess.ReadWrite);
            if (stream.Length < _length || SumOf(stream, _length) != _sum)
            {
                return false;
            }

            stream.SetLength(_length);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(path, exception);
        }
    }

    // Who looks at a log may have it to himself for a moment.
    private static FileStream Open(string path, FileAccess access)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.Open, access, FileShare.Read | FileShare.Delete, bufferSize: 0);
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException) && attempt < Attempts)
            {
                Thread.Sleep(TimeBetweenAttempts);
            }
        }
    }

    // Half a line, from a disk that is full, would make the whole file unreadable for some.
    private void Write(FileStream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.SetLength(_length + bytes.Length);
        }
        catch (IOException)
        {
            stream.SetLength(_length);
            throw;
        }
    }

    private static uint SumOf(FileStream stream, long length)
    {
        byte[] buffer = new byte[1 << 16];
        uint sum = 0;
        for (long left = length; left > 0;)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            sum = Crc32C.Of(buffer.AsSpan(0, read), sum);
            left = read > 0 ? left - read : 0;
        }

        return sum;
    }
}
