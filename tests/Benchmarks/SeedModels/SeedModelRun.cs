using System.Globalization;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>What to measure, and how.</summary>
/// <param name="Models">Numbers of the models, from 1.</param>
/// <param name="Threads">Threads to compute with.</param>
/// <param name="BatchSize">Images in a batch.</param>
/// <param name="Images">Images in a pass.</param>
/// <param name="Repeat">Measured passes.</param>
/// <param name="Data">Folder of the digits; null for wherever they are found.</param>
internal sealed record SeedModelRun(IReadOnlyList<int> Models, int Threads, int BatchSize, int Images, int Repeat, string? Data)
{
    /// <summary>The command line that measures one of the models like this, here and in the PyTorch script.</summary>
    public IEnumerable<string> ToArguments(int model)
    {
        string[] arguments =
        [
            "--model", Text(model),
            "--threads", Text(Threads),
            "--batch", Text(BatchSize),
            "--images", Text(Images),
            "--repeat", Text(Repeat),
        ];
        return Data is null ? arguments : [.. arguments, "--data", Data];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
