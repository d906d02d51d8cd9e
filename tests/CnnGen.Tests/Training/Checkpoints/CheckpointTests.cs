using FsCheck.Xunit;

namespace CnnGen.Tests;

/// <summary>A training that goes on from its checkpoint ends as one without a break.</summary>
public sealed class CheckpointTests : CheckpointedTraining
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_training_that_is_resumed_gives_the_bits_of_one_without_a_break(int epochsBefore)
    {
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, new() { Epochs = 5, Callbacks = [new Recorder { Factor = 0.9 }] });

        Fit(new SoftmaxRegression(), Kept(epochsBefore));
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, Kept(5) with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        Losses(history).ShouldBe(Losses(expected));
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe(expected.Epochs.Select(epoch => epoch.LearningRate));
        resumed.Trained.Count.ShouldBe(4 * (5 - epochsBefore));
    }

    [Property(MaxTest = 40)]
    public void Resuming_is_exact_for_any_sizes(byte epochs, byte before, byte batchSize, byte images, int seed, bool shuffle)
    {
        TrainingOptions options = new() { Epochs = 2 + (epochs % 4), BatchSize = 1 + (batchSize % 9), Seed = seed, Shuffle = shuffle };
        ImageDataset data = Data.Quarters(5 + (images % 30));
        var whole = new SoftmaxRegression();
        TrainingLoop.Fit(whole, data, options);

        options = options with { CheckpointDirectory = Folder.Path };
        TrainingLoop.Fit(new SoftmaxRegression(), data, options with { Epochs = 1 + (before % options.Epochs!.Value) });
        var resumed = new SoftmaxRegression();
        TrainingLoop.Fit(resumed, data, options with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
    }

    [Theory]
    [InlineData(2)] // before the first epoch's end
    [InlineData(10)]
    public void A_training_that_was_cancelled_is_resumed_from_the_step_it_had_done(int steps)
    {
        var whole = new SoftmaxRegression();
        whole.Kernel[0] = 0.5f;
        TrainingHistory expected = Fit(whole, new() { Epochs = 4 });

        using var source = new CancellationTokenSource();
        var broken = new SoftmaxRegression { Fault = step => { if (step == steps) { source.Cancel(); } return null; } };
        broken.Kernel[0] = 0.5f;
        Fit(broken, new() { Epochs = 4, CheckpointDirectory = Folder.Path, CancellationToken = source.Token }).StopReason.ShouldBe(StopReason.Cancelled);
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, new() { Epochs = 4, CheckpointDirectory = Folder.Path, Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        resumed.Trained.Count.ShouldBe(16 - steps);
        Losses(history).ShouldBe(Losses(expected));
    }

    [Fact]
    public void The_seed_of_a_training_without_one_is_kept()
    {
        TrainingSettings settings = new SoftmaxRegression().Settings with { Seed = null };
        var recorder = new Recorder();
        Fit(new SoftmaxRegression { Settings = settings }, new() { Epochs = 2, CheckpointDirectory = Folder.Path, Callbacks = [recorder] });
        int? seed = recorder.Settings!.Seed;

        Fit(new SoftmaxRegression { Settings = settings }, new() { Epochs = 3, CheckpointDirectory = Folder.Path, Callbacks = [recorder], Resume = Resume.Always });

        recorder.Settings.Seed.ShouldBe(seed);
    }

    [Fact]
    public void A_training_that_is_over_is_not_repeated()
    {
        var first = new SoftmaxRegression();
        Fit(first, Kept(2));

        var second = new SoftmaxRegression();
        TrainingHistory history = Fit(second, Kept(2) with { Resume = Resume.Always });

        history.Epochs.Count.ShouldBe(2);
        second.Trained.ShouldBeEmpty();
        second.Kernel.ShouldBe(first.Kernel);
    }

    [Fact]
    public void Early_stopping_goes_on_where_it_was()
    {
        double[] losses = [1, 0.5, 0.9, 0.8, 0.7, 0.6];
        SoftmaxRegression Model() => new() { Fault = step => losses[(int)((step - 1) / 4)] };
        EarlyStopping Stopping() => new() { Measure = EpochMeasure.Loss, Patience = 3 };

        var whole = Model();
        TrainingHistory expected = Fit(whole, new() { Epochs = 6, Callbacks = [Stopping()] });
        expected.Epochs.Count.ShouldBe(5);

        Fit(Model(), new() { Epochs = 3, CheckpointDirectory = Folder.Path, Callbacks = [Stopping()] });
        var resumed = Model();
        TrainingHistory history = Fit(resumed, new() { Epochs = 6, CheckpointDirectory = Folder.Path, Callbacks = [Stopping()], Resume = Resume.Always });

        history.Epochs.Count.ShouldBe(5);
        history.StopReason.ShouldBe(expected.StopReason);
        resumed.Kernel.ShouldBe(whole.Kernel);

        TrainingHistory again = Fit(Model(), new() { Epochs = 6, CheckpointDirectory = Folder.Path, Callbacks = [Stopping()], Resume = Resume.Always });
        again.Epochs.Count.ShouldBe(5);
    }

    [Fact]
    public void There_is_one_file_and_nothing_temporary_beside_it()
    {
        Fit(new SoftmaxRegression(), Kept(3));

        Folder.Names().ShouldBe(["checkpoint.safetensors"]);
    }

    [Fact]
    public void Divergence_leaves_the_last_checkpoint_as_it_was()
    {
        var model = new SoftmaxRegression { Fault = step => step == 7 ? double.NaN : null };
        Should.Throw<DivergedException>(() => Fit(model, Kept(3)));

        var restored = new SoftmaxRegression();
        WeightFile.Load(restored, Checkpoint);

        restored.Kernel.ShouldBe(model.Kernel);
        Folder.Names().ShouldBe(["checkpoint.safetensors"]);
    }

    [Fact]
    public void Without_a_checkpoint_there_is_nothing_to_resume() =>
        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always })
            .ShouldBe($"{Checkpoint} does not exist: there is no training to resume. Train without resuming first.");

    [Fact]
    public void Measures_that_are_not_finite_survive_a_checkpoint()
    {
        EpochResult epoch = new()
        {
            Epoch = 1,
            Loss = 0.1,
            LearningRate = 1e-3,
            Seconds = 1.0 / 3,
            ImagesPerSecond = 1e5,
            MeanAbsoluteError = double.PositiveInfinity,
            Validation = new EvaluationResult { Count = 3, Loss = double.NaN, Accuracy = 2.0 / 3 },
        };
        var record = new CheckpointRecord
        {
            Settings = [new("the optimizer", "SGD")], Origin = [new("CnnGen", "0.1.0")], Seed = -5, CurrentLearningRate = 1e-4, Step = 2, StepsDone = 5,
            Seconds = 0.1, DataWaitSeconds = 1e-3, Sums = new RunningSums(64, double.NaN, [1.0 / 3, double.NegativeInfinity], [0.5, 3]), UntrainedLoss = 2.5, BestEpoch = 1,
            Callbacks = ["a", "b"], CallbackFiles = [null, "b.jsonl"], Epochs = [epoch],
        };

        CheckpointRecord read = CheckpointJson.Read(CheckpointJson.Write(record));

        read.Epochs.ShouldBe(record.Epochs);
        read.Callbacks.ShouldBe(record.Callbacks);
        read.CallbackFiles.ShouldBe(record.CallbackFiles);
        read.Settings.ShouldBe(record.Settings);
        read.Origin.ShouldBe(record.Origin);
        (read with
        {
            Epochs = record.Epochs, Callbacks = record.Callbacks, CallbackFiles = record.CallbackFiles, Settings = record.Settings, Origin = record.Origin,
        }).ShouldBe(record);
    }
}
