using CnnGen.Samples.Mnist.Tests.Robustness;
using Xunit.Abstractions;

namespace CnnGen.Tests.Robustness;

/// <summary>Whatever is in a file of data, reading it gives what it holds or an error of ours that names it, and takes no more memory than the file is worth.</summary>
public sealed class DataFileFuzzTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Files of one run; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 10_000;

    /// <summary>The seed of a run that need not find anything new; <c>CNNGEN_FUZZ_SEED</c> takes another one.</summary>
    private const int Seed = 1;

    /// <summary>So many of each kind have some that are read and some that are refused.</summary>
    private const int FilesForBoth = 200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        (int files, int seed) = (ReadingCheck.Number("CNNGEN_FUZZ_FILES", Files), ReadingCheck.Number("CNNGEN_FUZZ_SEED", Seed));
        IReadOnlyList<FuzzedFile> kinds = FuzzedFile.All;
        List<ReadingCheck> checks = [.. kinds.Select(static _ => new ReadingCheck())];
        List<string> complaints = [];
        for (int number = 0; number < files && complaints.Count < 5; number++)
        {
            FuzzedFile kind = kinds[number % kinds.Count];
            string path = _folder.Write(kind.Name, kind.Next(ReadingCheck.Chance(seed, number)));
            if (checks[number % kinds.Count].Read(path, () => kind.Read(path)) is { } what)
            {
                complaints.Add($"{kind.Name}, file {number}: {what}");
            }
        }

        output.WriteLine($"seed {seed}, {files} files; at most {checks.Max(static check => check.MostBytes)} bytes of memory beyond a file's size");
        complaints.ShouldBeEmpty($"seed {seed}");
        for (int i = 0; i < kinds.Count; i++)
        {
            output.WriteLine($"{kinds[i].Name}: {checks[i].Refused} refused");
            if (files >= FilesForBoth * kinds.Count)
            {
                checks[i].Refused.ShouldBeInRange(1, (files / kinds.Count) - 1, kinds[i].Name);
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
}
