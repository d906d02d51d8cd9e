namespace CnnGen.Tests;

public sealed class TensorBoardLogTests : IDisposable
{
    private static readonly FixedTime Time = new();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sum_is_Castagnoli_s()
    {
        Crc32C.Of("123456789"u8).ShouldBe(0xE3069283);
        EventFile.Sum("123456789"u8).ShouldBe(0xE3069283);
        byte[] bytes = new byte[1000];
        new Random(1).NextBytes(bytes);
        for (int length = 0; length < 40; length++)
        {
            Crc32C.Of(bytes.AsSpan(3, length)).ShouldBe(EventFile.Sum(bytes.AsSpan(3, length)));
        }

        Crc32C.Of(bytes.AsSpan(333), Crc32C.Of(bytes.AsSpan(0, 333))).ShouldBe(EventFile.Sum(bytes));
    }

    [Fact]
    public void Epochs_and_steps_lie_on_one_axis()
    {
        new DrivenTraining(2, 3) { Loss = step => step }.Whole(Log("run"));

        Path.GetFileName(Single("run")).ShouldBe("events.out.tfevents.1777863721.cnngen");
        IReadOnlyList<EventFile.Event> events = EventFile.Read(Single("run"));
        events.Count.ShouldBe(6);
        events.ShouldAllBe(item => item.Time == 1777863721.5);
        events[0].Version.ShouldBe("brain.Event:2");
        events.Skip(1).Select(item => item.Step).ShouldBe([2, 3, 4, 6, 6]);
        events[1].Scalars.ShouldBe(new Dictionary<string, float>
        {
            ["step/loss"] = 1.5f,
            ["step/accuracy"] = 1.5f / 16,
            ["step/mean_absolute_error"] = 1.5f / 16,
            ["step/learning_rate"] = 0.25f,
        });
        events[2].Scalars.Keys.ShouldBe(
            ["epoch/loss", "epoch/accuracy", "epoch/mean_absolute_error", "epoch/val_loss", "epoch/val_accuracy", "epoch/val_mean_absolute_error", "epoch/learning_rate"]);
        events[2].Scalars["epoch/loss"].ShouldBe(2);
        events[2].Scalars["epoch/val_accuracy"].ShouldBe(0.5f);
        events[5].Scalars["epoch/val_accuracy"].ShouldBe(0.75f);
    }

    [Fact]
    public void Large_steps_and_names_of_any_letters_are_read_back()
    {
        var events = new TensorBoardEvents(Time);
        string tag = new('ü', 200);
        events.Scalars(1L << 40, [new(tag, double.NaN), new("", float.MaxValue)]);
        string path = _folder.Write("events", events.Records);

        EventFile.Event read = EventFile.Read(path).ShouldHaveSingleItem();

        read.Step.ShouldBe(1L << 40);
        read.Scalars[tag].ShouldBe(float.NaN);
        read.Scalars[""].ShouldBe(float.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(100)]
    public void A_broken_and_resumed_training_writes_the_file_of_the_unbroken(int everySteps)
    {
        var training = new DrivenTraining();
        training.Whole(Log("whole", everySteps));
        byte[] expected = File.ReadAllBytes(Single("whole"));

        for (int checkpoint = 0; checkpoint <= training.StepsInAll; checkpoint++)
        {
            for (int killed = checkpoint; killed <= training.StepsInAll; killed += 2)
            {
                training.Broken(Log("broken", everySteps), Log("broken", everySteps), checkpoint, killed);

                Path.GetFileName(Single("broken")).ShouldBe(Path.GetFileName(Single("whole")));
                File.ReadAllBytes(Single("broken")).ShouldBe(expected, $"checkpoint {checkpoint}, killed {killed}");
            }
        }
    }

    [Fact]
    public void A_resumed_training_keeps_the_file_s_name_whatever_the_time()
    {
        var training = new DrivenTraining();
        var later = new FixedTime { Now = Time.Now.AddDays(1) };

        training.Broken(Log("run"), new TensorBoardLog(_folder.File("run")) { EverySteps = 2, Time = later, Warn = Fail }, 7, 11);

        Path.GetFileName(Single("run")).ShouldBe("events.out.tfevents.1777863721.cnngen");
        EventFile.Read(Single("run")).Count(item => item.Time > 1777863722).ShouldBe(6);
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("shorter")]
    [InlineData("other")]
    public void Without_the_file_a_new_one_marks_where_it_begins(string what)
    {
        var training = new DrivenTraining();
        var warnings = new List<string>();
        string old = "";

        training.Broken(Log("run"), new TensorBoardLog(_folder.File("run")) { EverySteps = 2, Time = Time, Warn = warnings.Add }, 7, 9, () =>
        {
            old = Single("run");
            switch (what)
            {
                case "removed": File.Delete(old); break;
                case "shorter": File.WriteAllBytes(old, File.ReadAllBytes(old)[..30]); break;
                default: File.WriteAllBytes(old, new byte[10_000]); break;
            }
        });

        warnings.ShouldBe([$"{old} is not the log that the checkpoint knew: a new one is begun, with the epochs that are over."]);
        Path.GetFileName(Single("run")).ShouldBe(what == "removed" ? "events.out.tfevents.1777863721.cnngen" : "events.out.tfevents.1777863722.cnngen");
        IReadOnlyList<EventFile.Event> events = EventFile.Read(Single("run"));
        events[0].Version.ShouldBe("brain.Event:2");
        (events[1].IsStart, events[1].Step).ShouldBe((true, 8));
        events.Count(item => item.IsStart).ShouldBe(1);
        events.Where(item => item.Scalars.ContainsKey("epoch/loss")).Select(item => item.Step).ShouldBe([5, 10, 15]);
        events.Where(item => item.Scalars.ContainsKey("step/loss")).Select(item => item.Step).ShouldBe([8, 10, 12, 14]);
    }

    [Fact]
    public void Files_of_which_the_checkpoint_knew_nothing_are_not_replaced_without_a_word()
    {
        string old = _folder.File("run/events.out.tfevents.1700000000.cnngen");
        Directory.CreateDirectory(_folder.File("run"));
        File.WriteAllText(old, "old");
        File.WriteAllText(_folder.File("run/events.out.tfevents.1600000000.cnngen"), "older");
        var warnings = new List<string>();

        new DrivenTraining().Resume(new TensorBoardLog(_folder.File("run")) { Time = Time, Warn = warnings.Add }, 7, null);

        warnings.ShouldBe([$"{old} is not a log that the checkpoint knew: a new one is begun, with the epochs that are over."]);
        EventFile.Read(Single("run")).Where(item => item.Scalars.ContainsKey("epoch/loss")).Select(item => item.Step).ShouldBe([5, 10, 15]);
    }

    [Fact]
    public void A_log_that_is_new_at_the_resume_has_the_epochs_before_and_says_nothing()
    {
        new DrivenTraining().Resume(Log("run"), 7, null);

        EventFile.Read(Single("run")).Where(item => item.Scalars.ContainsKey("epoch/loss")).Select(item => item.Step).ShouldBe([5, 10, 15]);
    }

    [Fact]
    public void A_training_from_the_start_replaces_its_own_old_files_and_no_others()
    {
        Directory.CreateDirectory(_folder.File("run"));
        File.WriteAllText(_folder.File("run/events.out.tfevents.1600000000.cnngen"), "old");
        File.WriteAllText(_folder.File("run/events.out.tfevents.1500000000.somebody"), "another's");

        new DrivenTraining().Whole(Log("run"));

        Directory.GetFiles(_folder.File("run")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            ["events.out.tfevents.1500000000.somebody", "events.out.tfevents.1777863721.cnngen"]);
    }

    [Fact]
    public void A_real_training_that_is_resumed_writes_the_file_of_the_unbroken()
    {
        TrainingOptions options = new() { Epochs = 3, Validation = Data.Quarters(6) };
        Fit(options with { Callbacks = [Log("whole")] });

        options = options with { CheckpointDirectory = _folder.Path };
        Fit(options with { Epochs = 1, Callbacks = [Log("broken")] });
        Fit(options with { Resume = Resume.Always, Callbacks = [Log("broken")] });

        File.ReadAllBytes(Single("broken")).ShouldBe(File.ReadAllBytes(Single("whole")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        string file = _folder.Write("file", [1]);

        Should.Throw<CnnGenException>(() => new DrivenTraining().Until(Log("file"), 0)).Message.ShouldStartWith($"{file}/events.out.tfevents.");
    }

    private static void Fit(TrainingOptions options) => TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options);

    private static void Fail(string message) => Assert.Fail(message);

    private TensorBoardLog Log(string directory, int everySteps = 2) => new(_folder.File(directory)) { EverySteps = everySteps, Time = Time, Warn = Fail };

    private string Single(string directory) => Directory.GetFiles(_folder.File(directory)).ShouldHaveSingleItem();
}
