using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class BetterTrainingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Accumulated_steps_are_one_step_of_a_larger_batch(int steps)
    {
        var large = new SoftmaxRegression(noise: 0);
        Fit(large, new() { BatchSize = 4 * steps });

        var small = new SoftmaxRegression(noise: 0);
        Fit(small, new() { BatchSize = 4, AccumulateSteps = steps });

        small.Kernel.ShouldBe(large.Kernel, 1e-5f);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Accumulated_steps_are_one_step_to_schedules_and_averages_too(int steps)
    {
        foreach (LearningRateSchedule schedule in new[] { LearningRateSchedule.OneCycle(), LearningRateSchedule.Cosine(warmUp: 0.2), LearningRateSchedule.Exponential(0.5) })
        {
            TrainingOptions options = new() { Epochs = 4, Schedule = schedule, Averaging = WeightAveraging.Exponential(0.8) };
            var large = new SoftmaxRegression(noise: 0);
            Fit(large, options with { BatchSize = 4 * steps });

            var small = new SoftmaxRegression(noise: 0);
            Fit(small, options with { BatchSize = 4, AccumulateSteps = steps });

            small.Kernel.ShouldBe(large.Kernel, 1e-5f);
        }
    }

    [Property]
    public void Updates_are_counted_without_a_gap(byte images, byte batchSize, byte group, byte epochs)
    {
        TrainingRun run = Begun(1 + images, 1 + (batchSize % 40), 1 + (group % 20));
        List<long> updates = [];
        int all = 1 + (epochs % 5);
        for (int epoch = 1; epoch <= all; epoch++)
        {
            run.BeginEpoch(epoch);
            for (; run.Step < run.Steps; run.Step++)
            {
                TrainingStep step = run.NextStep(1);
                step.AveragingShare.ShouldBe(step.IsLast ? 1.0 / (run.Update + 1) : 0);
                if (step.IsLast)
                {
                    updates.Add(run.Update);
                }
            }

            run.EndEpoch();
        }

        updates.ShouldBe(Enumerable.Range(0, all * run.Updates).Select(update => (long)update));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(100)]
    public void A_uniform_average_is_the_mean_of_all_updates_where_they_take_several_steps(int group)
    {
        List<float[]> after = [];
        var model = new SoftmaxRegression(noise: 0);

        Fit(model, new() { Epochs = 3, BatchSize = 4, AccumulateSteps = group, Averaging = WeightAveraging.Uniform, Callbacks = [new KernelRecorder(model, after)] });

        // Eight steps an epoch, of which those change the weights that are the last of a group or of the epoch.
        float[][] updated = [.. after.Where((_, step) => ((step % 8) + 1) % group == 0 || step % 8 == 7)];
        updated.Length.ShouldBe(3 * (int)Math.Ceiling(8.0 / group));
        model.Kernel.ShouldBe([.. Enumerable.Range(0, model.Kernel.Length).Select(i => updated.Average(kernel => kernel[i]))], 1e-5f);
    }

    [Fact]
    public void Gradients_are_cut_to_a_length()
    {
        var model = new SoftmaxRegression(noise: 0);
        TrainingLoop.Fit(model, Data.Quarters(8), new() { Epochs = 1, LearningRate = 1, ClipNorm = 1e-3 });

        // The step of plain descent from zero is the gradient: of this length, biases included.
        double length = Math.Sqrt(model.GetWeights().Take(2).Sum(weight => ((float[])weight.Values).Sum(value => (double)value * value)));
        length.ShouldBe(1e-3, 1e-6);
    }

    [Fact]
    public void An_average_of_the_weights_is_what_is_measured_and_kept()
    {
        List<float[]> after = [];
        var model = new SoftmaxRegression(noise: 0);
        float[]? atEpochEnd = null;
        var recorder = new Recorder { At = ("end of epoch 1", () => atEpochEnd = [.. model.Kernel]) };

        Fit(model, new() { Epochs = 1, Averaging = WeightAveraging.Uniform, Callbacks = [new KernelRecorder(model, after), recorder] });

        float[] mean = [.. Enumerable.Range(0, after[0].Length).Select(i => after.Average(kernel => kernel[i]))];
        atEpochEnd.ShouldNotBeNull().ShouldBe(mean, 1e-5f);
        model.Kernel.ShouldBe(mean, 1e-5f);
        after[^1].ShouldNotBe(mean);
    }

    [Fact]
    public void An_exponential_average_forgets_the_start_weights_soon()
    {
        WeightAveraging averaging = WeightAveraging.Exponential(0.99);

        averaging.ShareAt(0).ShouldBe(0.9);
        averaging.ShareAt(90).ShouldBe(0.09);
        averaging.ShareAt(10_000).ShouldBe(0.01, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => WeightAveraging.Exponential(1));
    }

    [Fact]
    public void A_plateau_lowers_the_learning_rate()
    {
        double[] losses = [1, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4];
        var model = new SoftmaxRegression { Fault = step => losses[(int)((step - 1) / 4)] };

        TrainingHistory history = Fit(model, new()
        {
            Epochs = 7, LearningRate = 0.8, Callbacks = [new ReduceOnPlateau { Measure = EpochMeasure.Loss, Patience = 2, Factor = 0.5 }],
        });

        // Of an epoch the rate at its end is written before callbacks hear of it.
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4]);
    }

    [Fact]
    public void A_plateau_and_a_schedule_do_not_go_together() =>
        Should.Throw<CnnGenException>(() => Fit(new SoftmaxRegression(), new()
        {
            Schedule = LearningRateSchedule.OneCycle(), Callbacks = [new ReduceOnPlateau { Measure = EpochMeasure.Loss }],
        })).Message.ShouldBe("ReduceOnPlateau lowers the learning rate, but the schedule OneCycle, WarmUp = 0.3 sets it at each step: use one of the two.");

    [Fact]
    public void Time_is_up_after_a_step()
    {
        TrainingHistory history = Fit(new SoftmaxRegression { Fault = _ => { Thread.Sleep(20); return null; } }, new() { Epochs = 1000, TimeLimit = TimeSpan.FromMilliseconds(100) });

        history.StopReason.ShouldBe(StopReason.TimeLimit);
        history.StopMessage.ShouldBe("the time of 0.1 s is up");
        history.Epochs.Count.ShouldBeInRange(1, 20);
    }

    [Fact]
    public void Early_stopping_can_wait_for_an_epoch_and_for_a_value()
    {
        double[] losses = [0.1, 0.9, 0.8, 0.7, 0.75, 0.76, 0.77];
        SoftmaxRegression Model() => new() { Fault = step => losses[(int)((step - 1) / 4)] };

        Fit(Model(), new() { Epochs = 7, Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2, StartFromEpoch = 2 }] })
            .StopMessage.ShouldBe("loss has not become better since epoch 4 (0.7)");
        Fit(Model(), new() { Epochs = 7, Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2, Baseline = 0.05 }] })
            .StopMessage.ShouldBe("loss has not become better than 0.05");
    }

    private static TrainingRun Begun(int images, int batchSize, int group)
    {
        var model = new SoftmaxRegression();
        TrainingSettings settings = model.Settings with { BatchSize = batchSize, AccumulateSteps = group, Averaging = WeightAveraging.Uniform };
        return new TrainingRun(model, model.CreateTrainer(0.5), settings, new TrainingHistory(), images, 0);
    }

    private static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(30), options);

    private sealed class KernelRecorder(SoftmaxRegression model, List<float[]> after) : TrainingCallback
    {
        public override void OnBatchEnd(TrainingRun run) => after.Add([.. model.Kernel]);
    }
}
