using FsCheck.Xunit;

namespace CnnGen.Tests;

/// <summary>A training that goes on from a checkpoint within an epoch ends with the bits of one without a break, whatever is switched on.</summary>
public sealed class ExactResumeTests : IDisposable
{
    private const int Images = 30;
    private const int Epochs = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 60)]
    public void Wherever_it_was_broken_off(byte brokenAt, byte every, byte kind, int seed)
    {
        int batchSize = 1 + (every % 9);
        TrainingOptions options = Everything(kind) with { Seed = seed, BatchSize = batchSize };
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, options with { Callbacks = Callbacks(kind) });

        options = options with { CheckpointDirectory = _folder.Path, CheckpointEvery = Every.Steps(1 + (every % 3)) };
        Break(1 + (brokenAt % whole.Trained.Count), options with { Callbacks = Callbacks(kind) });
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, options with { Callbacks = Callbacks(kind), Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        history.Epochs.Select(Plain).ShouldBe(expected.Epochs.Select(Plain));
        (history.StopReason, history.StopMessage, history.UntrainedLoss).ShouldBe((expected.StopReason, expected.StopMessage, expected.UntrainedLoss));
    }

    [Fact]
    public void However_often_it_is_broken_off()
    {
        var whole = new SoftmaxRegression();
        TrainingOptions options = Everything(7);
        Fit(whole, options with { Callbacks = Callbacks(7) });

        options = options with { CheckpointDirectory = _folder.Path, CheckpointEvery = Every.Steps(1), Resume = Resume.IfPresent };
        for (int steps = 1; steps < 6; steps++)
        {
            Break(steps, options with { Callbacks = Callbacks(7) });
        }

        var resumed = new SoftmaxRegression();
        Fit(resumed, options with { Callbacks = Callbacks(7) });

        resumed.Kernel.ShouldBe(whole.Kernel);
    }

    [Fact]
    public void What_was_done_within_the_epoch_is_not_repeated()
    {
        TrainingOptions options = new() { Epochs = 2, CheckpointDirectory = _folder.Path, CheckpointEvery = Every.Steps(1) };
        Break(6, options);

        var resumed = new SoftmaxRegression();
        var recorder = new Recorder();
        Fit(resumed, options with { Resume = Resume.Always, Callbacks = [recorder] });

        resumed.Trained.Count.ShouldBe(8 - 5);
        recorder.Events.ShouldBe(["start", "step 2/4", "step 3/4", "step 4/4", "end of epoch 2", "end"]);
    }

    [Fact]
    public void Resume_if_present_begins_where_there_is_nothing()
    {
        var model = new SoftmaxRegression();

        Fit(model, new() { CheckpointDirectory = _folder.Path, Resume = Resume.IfPresent }).Epochs.Count.ShouldBe(3);
        Fit(model, new() { CheckpointDirectory = _folder.Path, Resume = Resume.IfPresent, Epochs = 4 }).Epochs.Count.ShouldBe(4);

        model.Trained.Count.ShouldBe(4 * 4);
    }

    [Fact]
    public void A_cancelled_validation_is_done_again()
    {
        using var source = new CancellationTokenSource();
        TrainingOptions options = new() { Epochs = 2, ValidationSplit = 0.3, CheckpointDirectory = _folder.Path };
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, options);

        var cancelling = new Recorder { At = ("step 3/3", source.Cancel) };
        TrainingHistory broken = Fit(new SoftmaxRegression(), options with { CancellationToken = source.Token, Callbacks = [cancelling] });
        broken.Epochs.ShouldBeEmpty();
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, options with { Resume = Resume.Always });

        resumed.Trained.Count.ShouldBe(3);
        resumed.Kernel.ShouldBe(whole.Kernel);
        history.Epochs.Select(Plain).ShouldBe(expected.Epochs.Select(Plain));
    }

    [Fact]
    public void A_schedule_over_all_epochs_refuses_another_number_of_them()
    {
        TrainingOptions options = new() { Epochs = 2, CheckpointDirectory = _folder.Path, Schedule = LearningRateSchedule.OneCycle() };
        Fit(new SoftmaxRegression(), options);

        Should.Throw<CnnGenException>(() => Fit(new SoftmaxRegression(), options with { Epochs = 3, Resume = Resume.Always }))
            .Message.ShouldContain("the number of epochs was 2, now it is 3");
        Should.Throw<CnnGenException>(() => Fit(new SoftmaxRegression(), options with { Schedule = LearningRateSchedule.Cosine(), Resume = Resume.Always }))
            .Message.ShouldContain("the schedule was OneCycle, WarmUp = 0.3, now it is Cosine, WarmUp = 0, FinalLearningRate = 0");
    }

    [Fact]
    public void Other_data_of_the_same_size_is_refused()
    {
        Fit(new SoftmaxRegression(), new() { CheckpointDirectory = _folder.Path });

        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(
                new SoftmaxRegression(), Data.Quarters(Images, seed: 2), new() { CheckpointDirectory = _folder.Path, Resume = Resume.Always, Epochs = 5 }))
            .Message.ShouldContain("the digest of the training data was ");
    }

    // What a killed process leaves: checkpoints up to some step, and whatever callbacks had in memory is lost.
    private static void Break(int steps, TrainingOptions options)
    {
        int done = 0;
        var model = new SoftmaxRegression { Fault = _ => ++done == steps ? throw new InvalidOperationException("killed") : null };
        Should.Throw<InvalidOperationException>(() => Fit(model, options));
    }

    private static TrainingOptions Everything(byte kind) => new()
    {
        Epochs = Epochs,
        ValidationSplit = (kind & 1) == 0 ? 0 : 0.2,
        Schedule = (kind & 2) == 0 ? null : LearningRateSchedule.OneCycle(),
        Averaging = (kind & 4) == 0 ? null : WeightAveraging.Exponential(0.9),
        AccumulateSteps = (kind & 8) == 0 ? null : 2,
        ClipNorm = (kind & 16) == 0 ? null : 0.1,
    };

    private static IReadOnlyList<TrainingCallback> Callbacks(byte kind) =>
    [
        new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2, MinDelta = (kind & 32) == 0 ? 0 : 0.3 },
        .. (kind & 2) == 0 ? [new ReduceOnPlateau { Measure = EpochMeasure.Loss, Patience = 1, MinDelta = 0.3, Factor = 0.5 }] : Array.Empty<TrainingCallback>(),
    ];

    private static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(Images), options);

    private static EpochResult Plain(EpochResult epoch) => epoch with { Seconds = 0, ImagesPerSecond = 0, DataWaitSeconds = 0 };
}
