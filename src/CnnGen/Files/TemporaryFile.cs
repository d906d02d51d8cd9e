using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen;

/// <summary>
/// A file that is written before it takes its name. Its temporary name says whose it is, so that what a killed process left
/// can be told from what another one is writing.
/// </summary>
internal sealed partial class TemporaryFile : IDisposable
{
    private const string Extension = ".cnngen.tmp";

    // What this process is writing.
    private static readonly ConcurrentDictionary<string, bool> Written = new();

    private static readonly EnumerationOptions AllReadable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    private readonly string _target;
    private readonly string _path;
    private readonly FileStream _stream;

    /// <summary>Begins a file beside the one that it will replace: <c>weights.safetensors.4711-….cnngen.tmp</c>.</summary>
    public TemporaryFile(string target)
    {
        _target = target;
        _path = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}{Extension}");
        Written[_path] = true;
        try
        {
            // Locked for other processes, but it can be renamed while it is open.
            _stream = new FileStream(_path, FileMode.CreateNew, FileAccess.Write, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
        }
        catch
        {
            Written.TryRemove(_path, out _);
            throw;
        }
    }

    public Stream Stream => _stream;

    /// <summary>Deletes the temporary files of a folder that nobody is writing. What cannot be deleted is left, without an error.</summary>
    public static void DeleteLeftovers(string directory)
    {
        foreach (string path in Directory.EnumerateFiles(directory, "*" + Extension, AllReadable))
        {
            if (Name().Match(Path.GetFileName(path)) is { Success: true } name && !IsWritten(path, name.Groups["process"].ValueSpan))
            {
                DeleteUnlessLocked(path);
            }
        }
    }

    /// <summary>Brings everything to disk and gives the file its name.</summary>
    public void Finish()
    {
        _stream.Flush(flushToDisk: true);
        File.Move(_path, _target, overwrite: true);
    }

    /// <summary>Deletes the file unless it has its name.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        Delete(_path);
        Written.TryRemove(_path, out _);
    }

    [GeneratedRegex(@"^.+\.(?<process>[0-9]{1,10})-[0-9a-f]{32}\.cnngen\.tmp$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // In a container, a process often has the number of the one that was killed in the same place before.
    private static bool IsWritten(string path, ReadOnlySpan<char> process) =>
        int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
        && (id == Environment.ProcessId ? Written.ContainsKey(path) : IsRunning(id));

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A process of another machine or container has no number here, but its lock holds.
    private static void DeleteUnlessLocked(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
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
            // An error that came before is the one to report.
        }
    }
}
