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

    /// <summary>So many of each format have some that are read and some that are refused.</summary>
    private const int FilesForBoth = 100;

    private const int ComplaintsShown = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        var (files, seed) = (ReadingCheck.Number("CNNGEN_FUZZ_FILES", Files), ReadingCheck.Number("CNNGEN_FUZZ_SEED", Seed));
        var formats = FuzzedFormat.All(_folder.Path);
        var checks = formats.Select(_ => new ReadingCheck()).ToList();
        var complaints = new List<string>();
        for (var number = 0; number < files && complaints.Count < ComplaintsShown; number++)
        {
            var format = formats[number % formats.Count];
            File.WriteAllBytes(format.Path, format.Next(ReadingCheck.Chance(seed, number)));
            if (checks[number % formats.Count].Read(format.Path, () => format.Read(format.Path)) is { } what)
            {
                complaints.Add($"{format.Name}, file {number}: {what}");
            }
        }

        output.WriteLine($"seed {seed}, {files} files; at most {checks.Max(check => check.MostBytes)} bytes of memory beyond a file's size");
        complaints.ShouldBeEmpty($"seed {seed}");
        for (var i = 0; i < formats.Count; i++)
        {
            output.WriteLine($"{formats[i].Name}: {checks[i].Refused} refused");
            if (files >= FilesForBoth * formats.Count)
            {
                checks[i].Refused.ShouldBeInRange(1, files / formats.Count - 1, formats[i].Name);
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
}
