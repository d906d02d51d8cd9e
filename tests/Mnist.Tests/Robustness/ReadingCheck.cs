using System.Globalization;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>Watches how files are read that nobody vouches for: an error is one of ours, in one line that names the file, and little memory is taken.</summary>
internal sealed class ReadingCheck
{
    /// <summary>What reading may take beyond the size of the file.</summary>
    private const long AllowedBytes = 64 << 20;

    /// <summary>Files that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The most memory that one took beyond its size.</summary>
    public long MostBytes { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with how that went; <see langword="null"/> for nothing.</returns>
    public string? Read(string path, Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = Complaint(path, read);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before - new FileInfo(path).Length;
        MostBytes = Math.Max(MostBytes, taken);
        return complaint ?? (taken > AllowedBytes ? $"{taken} bytes of memory" : null);
    }

    /// <summary>A number that the environment can say otherwise.</summary>
    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The chance of one file, the same on every machine and in every run.</summary>
    public static Random Chance(int seed, int number) => new(unchecked((seed * 1_000_003) + (number * 7_919)));

    private string? Complaint(string path, Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (CnnGenException refusal)
        {
            Refused++;
            return !refusal.Message.Contains(path, StringComparison.Ordinal) ? $"an error that does not name the file: {refusal.Message}"
                : refusal.Message.Contains('\n') ? $"an error of several lines: {refusal.Message}"
                : null;
        }
        catch (Exception other)
        {
            return other.ToString();
        }
    }
}
