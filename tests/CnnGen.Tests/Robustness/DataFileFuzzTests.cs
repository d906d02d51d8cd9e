using System.Globalization;
using Xunit.Abstractions;

namespace CnnGen.Tests.Robustness;

/// <summary>Whatever is in a file of data, reading it gives what it holds or an error of ours that names it, and takes no more memory than the file is worth.</summary>
public sealed class DataFileFuzzTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Files of one run; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 10_000;

    /// <summary>The seed of a run that need not find anything new; <c>CNNGEN_FUZZ_SEED</c> takes another one.</summary>
    private const int Seed = 1;

    /// <summary>What reading may take beyond the size of the file.</summary>
    private const long AllowedBytes = 64 << 20;

    /// <summary>So many of each kind have some that are read and some that are refused.</summary>
    private const int FilesForBoth = 200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        (int files, int seed) = (Number("CNNGEN_FUZZ_FILES", Files), Number("CNNGEN_FUZZ_SEED", Seed));
        IReadOnlyList<FuzzedFile> kinds = FuzzedFile.All;
        var refused = new int[kinds.Count];
        List<string> complaints = [];
        long most = 0;
        for (int number = 0; number < files && complaints.Count < 5; number++)
        {
            FuzzedFile kind = kinds[number % kinds.Count];
            byte[] bytes = kind.Next(new Random(unchecked((seed * 1_000_003) + (number * 7_919))));
            string path = _folder.Write(kind.Name, bytes);
            long before = GC.GetAllocatedBytesForCurrentThread();
            string? complaint = Complaint(kind, path, ref refused[number % kinds.Count]);
            long taken = GC.GetAllocatedBytesForCurrentThread() - before - bytes.Length;
            most = Math.Max(most, taken);
            if ((complaint ?? (taken > AllowedBytes ? $"{taken} bytes of memory" : null)) is { } what)
            {
                complaints.Add($"{kind.Name}, file {number}: {what}");
            }
        }

        output.WriteLine($"seed {seed}, {files} files; at most {most} bytes of memory beyond a file's size");
        complaints.ShouldBeEmpty($"seed {seed}");
        for (int i = 0; i < kinds.Count; i++)
        {
            output.WriteLine($"{kinds[i].Name}: {refused[i]} refused");
            if (files >= FilesForBoth * kinds.Count)
            {
                refused[i].ShouldBeInRange(1, (files / kinds.Count) - 1, kinds[i].Name);
            }
        }
    }

    [Fact]
    public void Files_that_are_not_mutated_are_read()
    {
        foreach (FuzzedFile kind in FuzzedFile.All)
        {
            foreach (byte[] sample in kind.Samples.SelectMany(sample => new[] { sample, kind.Mend(sample) }))
            {
                Should.NotThrow(() => kind.Read(_folder.Write(kind.Name, sample)), kind.Name);
            }
        }
    }

    private static string? Complaint(FuzzedFile kind, string path, ref int refused)
    {
        try
        {
            kind.Read(path);
            return null;
        }
        catch (CnnGenException exception)
        {
            refused++;
            return !exception.Message.Contains(path, StringComparison.Ordinal) ? $"an error that does not name the file: {exception.Message}"
                : exception.Message.Contains('\n') ? $"an error of several lines: {exception.Message}"
                : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
