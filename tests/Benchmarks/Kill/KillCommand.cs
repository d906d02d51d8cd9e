using System.CommandLine;
using System.Diagnostics;

namespace CnnGen.Benchmarks.Kill;

/// <summary><c>kill</c>: whether a training that is killed again and again ends as one that is left alone, and what that costs.</summary>
internal static class KillCommand
{
    private static readonly TimeSpan s_longestRun = TimeSpan.FromSeconds(4);

    // All that could get out of step: a schedule, averages, augmentation, early stopping, logs.
    private static readonly string[] s_training =
        ["train", "StridedValidCnn", "--limit", "6000", "--epochs", "12", "--seed", "5", "--schedule", "one-cycle", "--average", "0.99", "--augment", "--patience", "12"];

    public static Command Create()
    {
        var times = new Option<int>("--times") { Description = "How often to kill.", DefaultValueFactory = static _ => 500 };
        var seed = new Option<int>("--seed") { Description = "Decides the moments.", DefaultValueFactory = static _ => 1 };
        var program = new Option<string?>("--program") { Description = "The sample's Mnist.dll; without it, that of this repository's build." };
        var command = new Command("kill", "Kills a training of the built sample at random moments and goes on each time; exits with 1 if a file differs from those of an unbroken training.")
        {
            times, seed, program,
        };
        command.SetAction(parsed => Run(parsed.GetValue(program) ?? BuiltSample(), parsed.GetValue(times), parsed.GetValue(seed)));
        return command;
    }

    private static int Run(string program, int times, int seed)
    {
        var root = Directory.CreateTempSubdirectory("cnngen-kill-").FullName;
        try
        {
            var whole = Train(program, Path.Combine(root, "whole"));
            var random = new Random(seed);
            List<TimeSpan> lost = [];
            var (kills, trainings, differences) = (0, 0, 0);
            var began = Stopwatch.StartNew();
            while (kills < times)
            {
                var folder = Path.Combine(root, $"killed-{++trainings}");
                var killed = new KilledTraining(program, s_training, folder);
                killed.Run(random, times - kills, s_longestRun);
                kills += killed.Kills;
                lost.AddRange(killed.Lost);
                var found = whole.Differences(new TrainingFiles(folder));
                differences += found.Count;
                Console.WriteLine($"training {trainings}: killed {killed.Kills} times, {(found.Count == 0 ? "the files of an unbroken one" : "other " + string.Join(", ", found))}; {kills} kills in {began.Elapsed.TotalMinutes:F1} min");
                Directory.Delete(folder, recursive: true);
            }

            Console.WriteLine($"{kills} kills, {trainings} trainings, {differences} files that differ");
            if (lost.Count > 0)
            {
                Console.WriteLine($"work lost by a kill: {lost.Average(static age => age.TotalSeconds):F2} s on average, {lost.Max().TotalSeconds:F2} s at most");
            }

            Console.WriteLine(CheckpointCost.Of(program, s_training, Path.Combine(root, "cost")));
            return differences == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static TrainingFiles Train(string program, string folder)
    {
        new KilledTraining(program, s_training, folder).Run(new Random(0), mostKills: 0, s_longestRun);
        return new TrainingFiles(folder);
    }

    private static string BuiltSample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "samples", "Mnist", "bin", "Release", "net10.0", "Mnist.dll");
            if (File.Exists(program))
            {
                return program;
            }
        }

        throw new CnnGenException("The sample is not built: dotnet build -c Release samples/Mnist, or give --program its Mnist.dll.");
    }
}
