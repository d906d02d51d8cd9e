using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CnnGen.Tests;

public sealed partial class JsonLinesLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_line_an_epoch()
    {
        string path = _folder.File("logs/training.jsonl");

        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression { Metrics = Metrics.Accuracy },
            Data.Quarters(24),
            new TrainingOptions { Validation = Data.Quarters(6), Callbacks = [new JsonLinesLog(path)] });

        JsonElement[] lines = Lines(path);
        lines.Length.ShouldBe(3);
        lines[1].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["event", "epoch", "step", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds", "images_per_second"]);
        lines[1].GetProperty("event").GetString().ShouldBe("epoch");
        lines[1].GetProperty("epoch").GetInt32().ShouldBe(2);
        lines[1].GetProperty("step").GetInt64().ShouldBe(6);
        lines[1].GetProperty("loss").GetDouble().ShouldBe(history.Epochs[1].Loss);
        lines[1].GetProperty("val_accuracy").GetDouble().ShouldBe(history.Epochs[1].ValidationAccuracy!.Value);
        _folder.Names().ShouldBe(["logs"]);
        Directory.GetFiles(_folder.File("logs")).Length.ShouldBe(1);
    }

    [Fact]
    public void Steps_have_the_means_since_the_line_before()
    {
        string path = _folder.File("training.jsonl");

        new DrivenTraining(epochs: 2, steps: 3) { Loss = step => step }.Whole(new JsonLinesLog(path) { EverySteps = 2 });

        JsonElement[] lines = Lines(path);
        lines.Select(line => line.GetProperty("event").GetString()).ShouldBe(["step", "epoch", "step", "step", "epoch"]);
        JsonElement[] steps = [.. lines.Where(line => line.GetProperty("event").GetString() == "step")];
        steps.Select(line => line.GetProperty("step").GetInt64()).ShouldBe([2, 4, 6]);
        steps.Select(line => line.GetProperty("epoch").GetInt32()).ShouldBe([1, 2, 2]);
        steps.Select(line => line.GetProperty("loss").GetDouble()).ShouldBe([1.5, 3.5, 5.5]);
        steps.Select(line => line.GetProperty("accuracy").GetDouble()).ShouldBe([1.5 / 16, 3.5 / 16, 5.5 / 16]);
        steps.Select(line => line.GetProperty("learning_rate").GetDouble()).ShouldBe([0.5 / 2, 0.5 / 4, 0.5 / 6]);
    }

    [Fact]
    public void What_is_no_number_is_a_text()
    {
        string path = _folder.File("training.jsonl");

        new DrivenTraining(1, 2) { Loss = step => step == 1 ? double.NaN : double.PositiveInfinity }.Whole(new JsonLinesLog(path) { EverySteps = 1 });

        Lines(path).Select(line => line.GetProperty("loss").ToString()).ShouldBe(["NaN", "Infinity", "NaN"]);
    }

    /// <summary>Every checkpoint, and a process killed any number of steps later.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void A_broken_and_resumed_training_writes_the_file_of_the_unbroken(int everySteps)
    {
        var training = new DrivenTraining();
        string whole = _folder.File("whole.jsonl");
        training.Whole(new JsonLinesLog(whole) { EverySteps = everySteps });
        string expected = WithoutTimes(whole);

        for (int checkpoint = 0; checkpoint <= training.StepsInAll; checkpoint++)
        {
            for (int killed = checkpoint; killed <= training.StepsInAll; killed++)
            {
                string path = _folder.File("broken.jsonl");
                training.Broken(Log(), Log(), checkpoint, killed);
                WithoutTimes(path).ShouldBe(expected, $"checkpoint {checkpoint}, killed {killed}");

                JsonLinesLog Log() => new(path) { EverySteps = everySteps, Warn = message => Assert.Fail(message) };
            }
        }
    }

    [Fact]
    public void Half_a_line_of_a_killed_process_is_cut_off()
    {
        var training = new DrivenTraining();
        string path = _folder.File("training.jsonl");
        training.Whole(Log());
        string expected = WithoutTimes(path);

        training.Broken(Log(), Log(), checkpoint: 7, killed: 9, () => File.AppendAllText(path, "{\"event\":\"st"));

        WithoutTimes(path).ShouldBe(expected);

        JsonLinesLog Log() => new(path) { EverySteps = 1 };
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("shorter")]
    [InlineData("other")]
    public void A_file_that_the_checkpoint_did_not_know_is_written_anew_and_said_so(string what)
    {
        var training = new DrivenTraining();
        string path = _folder.File("training.jsonl");
        training.Whole(new JsonLinesLog(path));
        string[] expected = File.ReadAllLines(path);
        var warnings = new List<string>();

        training.Broken(new JsonLinesLog(path) { EverySteps = 2 }, new JsonLinesLog(path) { EverySteps = 2, Warn = warnings.Add }, 7, 9, () =>
        {
            switch (what)
            {
                case "removed": File.Delete(path); break;
                case "shorter": File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]); break;
                default: File.WriteAllText(path, new string('x', 10_000)); break;
            }
        });

        warnings.ShouldBe([$"{path} is not the log that the checkpoint knew: it is written anew, with the epochs that are over."]);
        JsonElement[] lines = Lines(path);
        File.ReadAllLines(path).Where(line => line.Contains("\"epoch\",")).ShouldBe(expected);
        lines.Where(line => line.GetProperty("event").GetString() == "step").Select(line => line.GetProperty("step").GetInt64()).ShouldBe([8, 10, 12, 14]);
    }

    [Fact]
    public void A_log_that_is_new_at_the_resume_has_the_epochs_before()
    {
        var training = new DrivenTraining();
        string path = _folder.File("training.jsonl");
        training.Whole(new JsonLinesLog(path));
        string expected = File.ReadAllText(path);
        File.Delete(path);

        training.Resume(new JsonLinesLog(path) { Warn = message => Assert.Fail(message) }, 12, null);

        File.ReadAllText(path).ShouldBe(expected);
    }

    [Fact]
    public void A_file_of_which_the_checkpoint_knew_nothing_is_not_replaced_without_a_word()
    {
        string path = _folder.Write("training.jsonl", "old"u8);
        var warnings = new List<string>();

        new DrivenTraining().Resume(new JsonLinesLog(path) { Warn = warnings.Add }, 12, null);

        warnings.ShouldBe([$"{path} is not the log that the checkpoint knew: it is written anew, with the epochs that are over."]);
        Lines(path).Length.ShouldBe(3);
    }

    [Fact]
    public void A_training_from_the_start_replaces_an_old_file()
    {
        string path = _folder.Write("training.jsonl", "old"u8);
        var log = new JsonLinesLog(path);
        var training = new DrivenTraining();

        training.Whole(log);
        training.Whole(log);

        Lines(path).Length.ShouldBe(3);
    }

    [Fact]
    public void A_real_training_that_is_resumed_has_all_its_epochs()
    {
        string path = _folder.File("training.jsonl");
        TrainingOptions options = new() { Epochs = 1, CheckpointDirectory = _folder.Path, Callbacks = [new JsonLinesLog(path) { EverySteps = 2 }] };
        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options with { Epochs = 3, CheckpointDirectory = null });
        string expected = WithoutTimes(path);
        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options);

        TrainingLoop.Fit(
            new SoftmaxRegression(),
            Data.Quarters(24),
            options with { Epochs = 3, Resume = Resume.Always, Callbacks = [new JsonLinesLog(path) { EverySteps = 2, Warn = message => Assert.Fail(message) }] });

        WithoutTimes(path).ShouldBe(expected);
    }

    [Fact]
    public void A_stream_gets_what_is_measured_now()
    {
        using var stream = new MemoryStream();
        var training = new DrivenTraining();

        training.Resume(new JsonLinesLog(stream), 12, training.Until(new JsonLinesLog(new MemoryStream()), 12));

        string line = Encoding.UTF8.GetString(stream.ToArray());
        line.ShouldStartWith("""{"event":"epoch","epoch":3,"step":15,""");
        line.ShouldEndWith("}\n");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_before_the_first_step()
    {
        string path = _folder.Write("file", [1]) + "/training.jsonl";

        Should.Throw<CnnGenException>(() => new DrivenTraining().Until(new JsonLinesLog(path), 0)).Message.ShouldStartWith($"{path} cannot be written: ");
        Should.Throw<CnnGenException>(() => new DrivenTraining().Until(new JsonLinesLog(_folder.Path), 0)).Message.ShouldBe(
            $"{_folder.Path} cannot be written: it is a folder. Name a file in it.");
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("shorter")]
    public void A_file_that_somebody_else_took_away_is_named(string what)
    {
        string path = _folder.File("logs/training.jsonl");
        var training = new DrivenTraining
        {
            AfterStep = step =>
            {
                if (step == 7 && what == "removed")
                {
                    Directory.Delete(_folder.File("logs"), recursive: true);
                }
                else if (step == 7)
                {
                    File.WriteAllText(path, "");
                }
            },
        };

        Should.Throw<CnnGenException>(() => training.Whole(new JsonLinesLog(path) { EverySteps = 1 })).Message.ShouldStartWith($"{path} cannot be written: ");
    }

    [Fact]
    public void Somebody_who_has_the_file_to_himself_for_a_moment_does_not_end_the_training()
    {
        string path = _folder.File("training.jsonl");
        Thread? reading = null;
        var training = new DrivenTraining
        {
            AfterStep = step =>
            {
                if (step == 7)
                {
                    var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);

                    // A thread of its own: the pool's may all be busy with other tests.
                    reading = new Thread(() =>
                    {
                        Thread.Sleep(100);
                        reader.Dispose();
                    });
                    reading.Start();
                }
            },
        };

        training.Whole(new JsonLinesLog(path) { EverySteps = 1 });

        reading!.Join();
        Lines(path).Length.ShouldBe(18);
    }

    [Fact]
    public void What_a_full_disk_left_does_not_break_the_lines_that_follow()
    {
        var file = new LogFile();
        file.Create(_folder.File("log"));
        file.Append("first\n"u8);
        File.AppendAllText(file.Path, "sec"); // as a write does that ran out of space, and whose half could not be taken back
        file.Append("third\n"u8);

        File.ReadAllText(file.Path).ShouldBe("first\nthird\n");
    }

    [Fact]
    public void Steps_below_zero_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new JsonLinesLog("x") { EverySteps = -1 });

    private static JsonElement[] Lines(string path) => [.. File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string WithoutTimes(string path) => Times().Replace(File.ReadAllText(path), "");

    [GeneratedRegex(",\"(seconds|images_per_second)\":[^,}]+")]
    private static partial Regex Times();
}
