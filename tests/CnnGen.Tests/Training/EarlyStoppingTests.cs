namespace CnnGen.Tests;

public sealed class EarlyStoppingTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 7)]
    [InlineData(9, 8)]
    public void Training_ends_when_patience_is_spent(int patience, int epochs) =>
        Fit(new EarlyStopping { Measure = EpochMeasure.Loss, Patience = patience }, [1, 0.9, 0.8, 0.85, 0.7, 0.75, 0.71, 0.72])
            .Epochs.Count.ShouldBe(epochs);

    [Fact]
    public void Small_progress_does_not_count() =>
        Fit(new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2, MinDelta = 0.1 }, [1, 0.95, 0.91, 0.1]).Epochs.Count.ShouldBe(3);

    [Fact]
    public void The_reason_names_measure_and_epoch() =>
        Fit(new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2 }, [1, 0.5, 0.6, 0.7, 0.1])
            .StopMessage.ShouldBe("loss has not become better since epoch 2 (0.5)");

    [Fact]
    public void The_model_gets_the_weights_of_its_best_epoch()
    {
        SoftmaxRegression best = Model([1, 0.5]);
        TrainingLoop.Fit(best, Data.Quarters(24), new TrainingOptions { Epochs = 2 });

        SoftmaxRegression model = Model([1, 0.5, 0.6, 0.7, 0.1]);
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2 };
        TrainingLoop.Fit(model, Data.Quarters(24), new TrainingOptions { Epochs = 5, Callbacks = [stopping] });

        stopping.BestEpoch.ShouldBe(2);
        model.Kernel.ShouldBe(best.Kernel);
    }

    [Fact]
    public void Without_restoring_the_model_keeps_its_last_weights()
    {
        SoftmaxRegression last = Model([1, 0.5, 0.6]);
        TrainingLoop.Fit(last, Data.Quarters(24), new TrainingOptions { Epochs = 3 });

        SoftmaxRegression model = Model([1, 0.5, 0.6]);
        TrainingLoop.Fit(model, Data.Quarters(24), new TrainingOptions
        {
            Epochs = 5,
            Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss, RestoreBest = false }],
        });

        model.Kernel.ShouldBe(last.Kernel);
    }

    /// <summary>After any of the three steps of epoch 3: the last one is not measured any more.</summary>
    [Theory]
    [InlineData(7, 2, false)]
    [InlineData(8, 2, false)]
    [InlineData(9, 2, false)]
    [InlineData(8, 2, true)]
    [InlineData(9, 2, true)]
    [InlineData(8, 1, false)]
    public void A_training_that_is_cancelled_after_its_best_epoch_ends_with_the_weights_of_that_epoch(int step, int bestEpoch, bool averages)
    {
        using var source = new CancellationTokenSource();
        double[] losses = bestEpoch == 2 ? [1, 0.5, 0.6] : [0.4, 0.5, 0.6];
        var model = new SoftmaxRegression();
        model.Fault = done =>
        {
            if (done == step)
            {
                source.Cancel();
            }

            return losses[(done - 1) / 3];
        };
        float[] best = [];
        var recorder = new Recorder { At = ($"end of epoch {bestEpoch}", () => best = [.. model.Kernel]) };
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 5 };

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(24), new TrainingOptions
        {
            Epochs = 5,
            Averaging = averages ? WeightAveraging.Exponential(0.9) : null,
            Validation = Data.Quarters(9, 2),
            Callbacks = [recorder, stopping],
            CancellationToken = source.Token,
        });

        (history.StopReason, history.Epochs.Count, stopping.BestEpoch).ShouldBe((StopReason.Cancelled, 2, bestEpoch));
        model.Kernel.ShouldBe(best);
    }

    /// <summary>An epoch that is cut short by a callback, the key q say, counts as one: by it too the best one is chosen.</summary>
    [Theory]
    [InlineData(0.6, 2)]
    [InlineData(0.4, 3)]
    public void A_training_that_is_stopped_within_an_epoch_ends_with_the_weights_of_its_best(double last, int bestEpoch)
    {
        double[] losses = [1, 0.5, last];
        SoftmaxRegression model = Model(losses);
        float[] best = [];
        var recorder = new Recorder { At = ($"end of epoch {bestEpoch}", () => best = [.. model.Kernel]) };
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 5 };

        TrainingHistory history = TrainingLoop.Fit(
            model, Data.Quarters(24), new TrainingOptions { Epochs = 5, Callbacks = [new StopAfter(8), recorder, stopping] });

        (history.StopReason, history.Epochs.Count, stopping.BestEpoch).ShouldBe((StopReason.Callback, 3, bestEpoch));
        model.Kernel.ShouldBe(best);
    }

    [Fact]
    public void Of_accuracy_more_is_better()
    {
        var model = new SoftmaxRegression();
        var stopping = new EarlyStopping { Measure = EpochMeasure.ValidationAccuracy, Patience = 3 };

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(90), new TrainingOptions { Epochs = 40, Validation = Data.Quarters(30, 2), Callbacks = [stopping] });

        history.Epochs.Count.ShouldBe(stopping.BestEpoch + 3);
        history.Epochs[stopping.BestEpoch - 1].ValidationAccuracy.ShouldBe(history.Epochs.Max(epoch => epoch.ValidationAccuracy));
    }

    [Fact]
    public void What_is_not_measured_cannot_be_watched()
    {
        Should.Throw<CnnGenException>(() => Fit(new EarlyStopping(), [1])).Message
            .ShouldBe("Early stopping watches val_loss, but there are no validation images: set TrainingOptions.Validation or a split.");

        var model = new SoftmaxRegression { Metrics = Metrics.None };
        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(model, Data.Quarters(9), new TrainingOptions { Callbacks = [new EarlyStopping { Measure = EpochMeasure.Accuracy }] }))
            .Message.ShouldBe("Early stopping watches accuracy, but softmax_regression does not measure its accuracy: add it to the Metrics of [Training].");
    }

    private static SoftmaxRegression Model(double[] losses) => new() { Fault = step => losses[(step - 1) / 3] };

    private static TrainingHistory Fit(EarlyStopping stopping, double[] losses) =>
        TrainingLoop.Fit(Model(losses), Data.Quarters(24), new TrainingOptions { Epochs = losses.Length, Callbacks = [stopping] });

    private sealed class StopAfter(int steps) : TrainingCallback
    {
        public override void OnBatchEnd(TrainingRun run)
        {
            if (run.StepsDone == steps)
            {
                run.Stop("enough");
            }
        }
    }
}
