using System.Globalization;
using CnnGen.Samples.Mnist.Tests.CommandLine;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>Whatever is in a file, reading it gives what it holds or an error of ours, and takes no more memory than the file is worth.</summary>
public sealed class FileFuzzTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Files of one run; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 10_000;

    /// <summary>The seed of a run that need not find anything new; <c>CNNGEN_FUZZ_SEED</c> takes another one.</summary>
    private const int Seed = 1;

    /// <summary>What reading may take beyond the size of the file.</summary>
    private const long AllowedBytes = 64 << 20;

    /// <summary>So many of each format have some that are read and some that are refused.</summary>
    private const int FilesForBoth = 100;

    private const int ComplaintsShown = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        var (files, seed) = (Number("CNNGEN_FUZZ_FILES", Files), Number("CNNGEN_FUZZ_SEED", Seed));
        var formats = FuzzedFormat.All(_folder.Path);
        var refused = new int[formats.Count];
        var complaints = new List<string>();
        long most = 0;
        for (var number = 0; number < files && complaints.Count < ComplaintsShown; number++)
        {
            var format = formats[number % formats.Count];
            var bytes = format.Next(new Random(HashCode(seed, number)));
            File.WriteAllBytes(format.Path, bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var complaint = Complaint(format, ref refused[number % formats.Count]);
            var taken = GC.GetAllocatedBytesForCurrentThread() - before - bytes.Length;
            most = Math.Max(most, taken);
            if ((complaint ?? (taken > AllowedBytes ? $"{taken} bytes of memory" : null)) is { } what)
            {
                complaints.Add($"{format.Name}, file {number}: {what}");
            }
        }

        output.WriteLine($"seed {seed}, {files} files; at most {most} bytes of memory beyond a file's size");
        complaints.ShouldBeEmpty($"seed {seed}");
        for (var i = 0; i < formats.Count; i++)
        {
            output.WriteLine($"{formats[i].Name}: {refused[i]} refused");
            if (files >= FilesForBoth * formats.Count)
            {
                refused[i].ShouldBeInRange(1, files / formats.Count - 1, formats[i].Name);
            }
        }
    }

    [Fact]
    public void Files_that_are_not_mutated_are_read()
    {
        foreach (var format in FuzzedFormat.All(_folder.Path))
        {
            foreach (var sample in format.Samples.SelectMany(sample => format.Layers.Select(layer => layer.Pack(layer.Unpack(sample))).Prepend(sample)))
            {
                File.WriteAllBytes(format.Path, sample);
                Should.NotThrow(() => format.Read(format.Path), format.Name);
            }
        }
    }

    private static string? Complaint(FuzzedFormat format, ref int refused)
    {
        try
        {
            format.Read(format.Path);
            return null;
        }
        catch (CnnGenException e)
        {
            refused++;
            return e.Message.Contains(format.Path, StringComparison.Ordinal) ? null : $"an error that does not name the file: {e.Message}";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    // The same on every machine and every run.
    private static int HashCode(int seed, int number) => unchecked(seed * 1_000_003 + number * 7_919);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
