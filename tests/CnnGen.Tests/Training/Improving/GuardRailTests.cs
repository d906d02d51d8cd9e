namespace CnnGen.Tests;

public sealed class GuardRailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dry_run_does_two_steps_of_everything_and_leaves_nothing()
    {
        var model = new SoftmaxRegression();
        model.Kernel.AsSpan().Fill(0.25f);
        var recorder = new Recorder();
        _folder.Write("checkpoint.safetensors", [1]);
        _folder.Write("history.csv", [2]);

        TrainingHistory history = Fit(model, new()
        {
            Validation = Data.Quarters(40, seed: 2), DryRun = true, CheckpointDirectory = _folder.Path, Callbacks = [recorder, new CsvLog(_folder.File("history.csv"))],
        });

        history.StopReason.ShouldBe(StopReason.Trial);
        recorder.Events.ShouldBe(["start", "epoch 1", "step 1/2", "step 2/2", "end of epoch 1", "end"]);
        recorder.Results[0].Validation!.Count.ShouldBe(16);
        model.Kernel.ShouldAllBe(value => value == 0.25f);
        _folder.Names().ShouldBe(["checkpoint.safetensors", "history.csv"]);
        File.ReadAllBytes(_folder.File("checkpoint.safetensors")).ShouldBe([1]);
        File.ReadAllBytes(_folder.File("history.csv")).ShouldBe([2]);
    }

    [Fact]
    public void A_dry_run_finds_a_checkpoint_that_cannot_be_written() =>
        Should.Throw<FileWriteException>(() => Fit(new SoftmaxRegression(), new() { DryRun = true, CheckpointDirectory = _folder.Write("file", [1]) }));

    [Fact]
    public void A_batch_is_learnt_by_heart()
    {
        var model = new SoftmaxRegression(noise: 0);

        TrainingHistory history = Fit(model, new() { OverfitBatches = 1, LearningRate = 1 });

        history.StopReason.ShouldBe(StopReason.Trial);
        history.StopMessage!.ShouldStartWith("the examples are learnt by heart in round ");
        history.Last!.Loss.ShouldBeLessThan(0.01);
        model.Kernel.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Labels_that_contradict_each_other_cannot_be_learnt_by_heart()
    {
        ImageDataset data = ImageDataset.FromLabels(4, 4, 1, 3, new byte[16 * 8], new int[] { 0, 1, 2, 0, 1, 2, 0, 1 });

        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(new SoftmaxRegression(noise: 0), data, new() { OverfitBatches = 1 }))
            .Message.ShouldStartWith("softmax_regression does not learn 8 examples by heart: after 1000 rounds the loss is 1.0");
    }

    [Fact]
    public void The_loss_of_an_untrained_network_is_beside_that_of_guessing()
    {
        TrainingHistory history = Fit(new SoftmaxRegression(), new());

        history.UntrainedLoss!.Value.ShouldBe(Math.Log(3), 1e-6);
        history.GuessingLoss.ShouldBe(Math.Log(3));
    }

    [Fact]
    public void A_network_that_begins_far_worse_than_guessing_is_told_of()
    {
        List<string> heard = [];
        var model = new SoftmaxRegression(noise: 0);
        model.Kernel.AsSpan(0, 16).Fill(5);

        Fit(model, new() { Epochs = 1, Warn = heard.Add });

        heard.ShouldHaveSingleItem().ShouldMatch("^The untrained network has a loss of .*, but guessing one of the classes has 1.099. ");
    }

    [Fact]
    public void Choosing_by_the_test_data_is_told_of()
    {
        List<string> heard = [];
        TrainingOptions options = new() { Epochs = 1, Validation = Data.Quarters(12, seed: 2).As(DataRole.Test), Warn = heard.Add };

        Fit(new SoftmaxRegression(), options);
        Fit(new SoftmaxRegression(), options with { Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss }] });
        Fit(new SoftmaxRegression(), options with { Validation = Data.Quarters(12), Callbacks = [new EarlyStopping()] });
        heard.ShouldBeEmpty();

        Fit(new SoftmaxRegression(), options with
        {
            Callbacks = [new EarlyStopping(), new ReduceOnPlateau()], Keep = Checkpoints.Best(EpochMeasure.ValidationAccuracy), CheckpointDirectory = _folder.Path,
        });
        heard.ShouldHaveSingleItem().ShouldStartWith("EarlyStopping, ReduceOnPlateau, Checkpoints.Best: what is chosen is chosen by the test data");
    }

    [Fact]
    public void The_history_is_there_whatever_ends_a_training()
    {
        TrainingHistory history = new();
        var failing = new Recorder { At = ("end of epoch 2", () => throw new InvalidOperationException("mine")) };
        var failed = new FailureRecorder();

        Should.Throw<InvalidOperationException>(() => Fit(new SoftmaxRegression(), new() { Callbacks = [failing, failed], History = history })).Message.ShouldBe("mine");

        history.Epochs.Count.ShouldBe(2);
        history.StopReason.ShouldBe(StopReason.None);
        failed.Heard.ShouldBe(["mine"]);
    }

    private static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(40), options);

    private sealed class FailureRecorder : TrainingCallback
    {
        public List<string> Heard { get; } = [];

        public override void OnTrainingFailed(TrainingRun run, Exception exception) => Heard.Add(exception.Message);
    }
}
