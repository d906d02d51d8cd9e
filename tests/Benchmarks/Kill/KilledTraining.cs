using System.Diagnostics;

namespace CnnGen.Benchmarks.Kill;

/// <summary>A training of the built sample that is killed at random moments, until it gets to its end.</summary>
/// <param name="program">The sample's <c>Mnist.dll</c>.</param>
/// <param name="arguments">The training.</param>
/// <param name="folder">Where it writes.</param>
internal sealed class KilledTraining(string program, IReadOnlyList<string> arguments, string folder)
{
    /// <summary>How old the newest checkpoint was at each kill that found one: the work that was done for nothing.</summary>
    public List<TimeSpan> Lost { get; } = [];

    /// <summary>Kills.</summary>
    public int Kills { get; private set; }

    /// <summary>Runs it, and kills it after times that chance decides, as long as kills are left; then to its end.</summary>
    /// <exception cref="InvalidOperationException">A run failed.</exception>
    public void Run(Random random, int mostKills, TimeSpan longestRun)
    {
        while (true)
        {
            var resume = File.Exists(Path.Combine(folder, "checkpoint.safetensors")) ? ["--resume"] : Array.Empty<string>();
            var began = DateTime.UtcNow;
            using var process = Start(resume);
            var patience = Kills < mostKills ? random.NextDouble() * longestRun : Timeout.InfiniteTimeSpan;
            if (process.WaitForExit(patience))
            {
                if (process.ExitCode != 0)
                {
                    throw new InvalidOperationException($"The training ended with {process.ExitCode} after {Kills} kills: {process.StandardError.ReadToEnd().Trim()}");
                }

                return;
            }

            Kill(process, began);
        }
    }

    private void Kill(Process process, DateTime began)
    {
        process.Kill();
        var ran = DateTime.UtcNow - began;

        // An older one is the last run's: of this run nothing was done that a checkpoint could hold, or all of it.
        if (new TrainingFiles(folder).CheckpointAge is { } age && age < ran)
        {
            Lost.Add(age);
        }

        process.WaitForExit();
        Kills++;
    }

    private Process Start(IEnumerable<string> more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)[program, .. arguments, "--out", folder, "--quiet", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
