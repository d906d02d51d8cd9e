using System.Diagnostics;
using System.Text.Json;

namespace CnnGen.Benchmarks.Kill;

/// <summary>What the checkpoints of a training cost, as the training itself has measured it: two whole trainings differ by more than that by chance.</summary>
/// <param name="Training">Seconds of training.</param>
/// <param name="Waiting">Seconds that it waited for checkpoints.</param>
/// <param name="Writing">Seconds in which checkpoints were written beside it, the disk's time included.</param>
internal sealed record CheckpointCost(double Training, double Waiting, double Writing)
{
    /// <summary>Runs a training of the sample.</summary>
    /// <param name="program">The sample's <c>Mnist.dll</c>.</param>
    /// <param name="arguments">The training.</param>
    /// <param name="folder">Where it writes.</param>
    public static CheckpointCost Of(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (IEnumerable<string>)[program, .. arguments, "--out", folder, "--json"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        using var result = JsonDocument.Parse(lines[^1]);
        return new CheckpointCost(Seconds("seconds"), Seconds("checkpoint_seconds"), Seconds("checkpoint_write_seconds"));

        double Seconds(string name) => result.RootElement.GetProperty(name).GetDouble();
    }

    public override string ToString() =>
        $"checkpoints: training waited {Waiting / Training * 100:F2} % of {Training:F1} s for them (at most 1 %), and {Writing / Training * 100:F2} % of it they were being written beside it";
}
