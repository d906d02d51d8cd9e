using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CnnGen.Tests;

/// <summary>Logs of a training whose processes are killed again and again.</summary>
public sealed partial class KilledLogsTests : IDisposable
{
    private const int Kills = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Logs_of_a_training_that_is_killed_are_those_of_an_unbroken_one()
    {
        LoggedTraining.Run(_folder.File("whole"));
        string broken = _folder.File("broken");
        for (int kill = 1; kill <= Kills; kill++)
        {
            KillAfter(broken, LoggedTraining.Epochs * kill / (Kills + 2));
        }

        using (Process last = LoggedTraining.Start(broken))
        {
            string error = last.StandardError.ReadToEnd();
            last.WaitForExit(Patience).ShouldBeTrue();
            error.ShouldBeEmpty();
            last.ExitCode.ShouldBe(0);
        }

        foreach (string file in Files("whole"))
        {
            File.ReadAllBytes(_folder.File("broken/tensorboard/" + file)).ShouldBe(File.ReadAllBytes(_folder.File("whole/tensorboard/" + file)));
        }

        Files("broken").ShouldBe(Files("whole"));
        Text("broken/training.jsonl").ShouldBe(Text("whole/training.jsonl"));
        Csv("broken").ShouldBe(Csv("whole"));
        Csv("whole").Length.ShouldBe(LoggedTraining.Epochs + 1);
    }

    // At whatever the process is doing once there are so many epochs.
    private static void KillAfter(string folder, int epochs)
    {
        using Process process = LoggedTraining.Start(folder);
        string lines = Path.Combine(folder, "training.jsonl");
        var clock = Stopwatch.StartNew();
        while (!process.HasExited && clock.Elapsed < Patience && EpochsIn(lines) < epochs)
        {
            Thread.Sleep(1);
        }

        process.HasExited.ShouldBeFalse("it was to be killed before its end");
        process.Kill();
        process.WaitForExit();
    }

    private static int EpochsIn(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return reader.ReadToEnd().Split("\"event\":\"epoch\"").Length - 1;
        }
        catch (IOException)
        {
            return 0; // not there yet, or just taking its name
        }
    }

    private string[] Files(string training) => [.. Directory.GetFiles(_folder.File(training + "/tensorboard")).Select(Path.GetFileName)!];

    private string Text(string path) => Times().Replace(File.ReadAllText(_folder.File(path)), "");

    // Without the last two columns, which are measured times.
    private string[] Csv(string training) =>
        [.. File.ReadAllLines(_folder.File(training + "/history.csv")).Select(line => string.Join(',', line.Split(',')[..^2]))];

    [GeneratedRegex(",\"(seconds|images_per_second)\":[^,}]+")]
    private static partial Regex Times();
}
