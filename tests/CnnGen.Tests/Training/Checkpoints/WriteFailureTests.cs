namespace CnnGen.Tests;

/// <summary>A disk that is full or a folder that is gone: one line that names the file, and training goes on or ends as it was told to.</summary>
public sealed class WriteFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Checkpoint => _folder.File("run/checkpoint.safetensors");

    [Fact]
    public void Training_goes_on_and_says_so_once()
    {
        List<string> heard = [];
        var whole = new SoftmaxRegression();
        Fit(whole, new() { Epochs = 4 });

        var model = new SoftmaxRegression();
        TrainingHistory history = Fit(model, new() { Epochs = 4, CheckpointDirectory = _folder.File("run"), Callbacks = [Spoiler()], Warn = heard.Add });

        history.StopReason.ShouldBe(StopReason.Completed);
        model.Kernel.ShouldBe(whole.Kernel);
        heard.ShouldHaveSingleItem().ShouldStartWith($"{Checkpoint} cannot be written: ");
        heard[0].ShouldEndWith(". Training goes on.");
    }

    [Fact]
    public void Training_ends_if_it_was_told_to()
    {
        TrainingHistory history = new();

        FileWriteException exception = Should.Throw<FileWriteException>(() => Fit(new SoftmaxRegression(), new()
        {
            Epochs = 4, CheckpointDirectory = _folder.File("run"), Callbacks = [Spoiler()], WriteFailure = WriteFailure.Stop, History = history,
        }));

        exception.Path.ShouldBe(Checkpoint);
        history.Epochs.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_ends_it_at_once()
    {
        string path = _folder.Write("file", [1]) + "/run";
        var model = new SoftmaxRegression();

        Should.Throw<FileWriteException>(() => Fit(model, new() { CheckpointDirectory = path })).Path.ShouldStartWith(path);
        model.Trained.ShouldBeEmpty();
    }

    [Fact]
    public void A_removed_folder_is_made_again_and_training_can_go_on_from_there()
    {
        var removing = new Recorder { At = ("epoch 2", () => Insist(() => Directory.Delete(_folder.File("run"), recursive: true))) };
        Fit(new SoftmaxRegression(), new() { Epochs = 3, CheckpointDirectory = _folder.File("run"), Callbacks = [removing] });

        var resumed = new SoftmaxRegression();
        Fit(resumed, new() { Epochs = 4, CheckpointDirectory = _folder.File("run"), Resume = Resume.Always });

        resumed.Trained.Count.ShouldBe(4);
    }

    [Fact]
    public void The_last_checkpoint_is_written_though_the_one_before_was_not()
    {
        var spoiling = new Recorder { At = ("epoch 3", Spoiler().At!.Value.Action) };
        var mending = new Recorder { At = ("epoch 4", () => Insist(() => File.Delete(_folder.File("run")))) };
        Fit(new SoftmaxRegression(), new() { Epochs = 4, CheckpointDirectory = _folder.File("run"), Callbacks = [spoiling, mending], Warn = static _ => { } });

        var resumed = new SoftmaxRegression();
        Fit(resumed, new() { Epochs = 5, CheckpointDirectory = _folder.File("run"), Resume = Resume.Always });

        resumed.Trained.Count.ShouldBe(4);
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_keep_the_others_from_hearing()
    {
        string path = _folder.File("run/history.csv");
        List<string> heard = [];
        var recorder = new Recorder();

        Fit(new SoftmaxRegression(), new() { Epochs = 2, Callbacks = [Spoiler(), new CsvLog(path), recorder], Warn = heard.Add });

        recorder.Results.Count.ShouldBe(2);
        heard.ShouldHaveSingleItem().ShouldStartWith($"{path} cannot be written: ");
    }

    [Fact]
    public void A_file_that_cannot_be_written_for_another_reason_each_time_is_named_once()
    {
        List<string> heard = [];
        var log = new FailingLog();

        Fit(new SoftmaxRegression(), new() { Epochs = 3, Callbacks = [log], Warn = heard.Add });

        log.Attempts.ShouldBe(3);
        heard.ShouldBe(["log.csv cannot be written: attempt 1. Training goes on."]);
    }

    // A file in the place of the folder: nobody, not even root, can write into it.
    private Recorder Spoiler() => new()
    {
        At = ("epoch 2", () => Insist(() =>
        {
            if (Directory.Exists(_folder.File("run")))
            {
                Directory.Delete(_folder.File("run"), recursive: true);
            }

            _folder.Write("run", [1]);
        })),
    };

    // A checkpoint may just be written there, in the background.
    private static void Insist(Action action)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < 500)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(30), options);

    private sealed class FailingLog : TrainingCallback
    {
        public int Attempts { get; private set; }

        public override void OnEpochEnd(TrainingRun run, EpochResult result) => throw new FileWriteException("log.csv", $"attempt {++Attempts}");
    }
}
