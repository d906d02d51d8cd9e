namespace CnnGen.Tests;

public sealed class LearningRateScheduleTests
{
    // torch.optim.lr_scheduler.OneCycleLR(max_lr=0.1, total_steps=10, pct_start=0.3, anneal_strategy='cos'), PyTorch 1.13.
    private static readonly double[] s_oneCycle =
    [
        0.004, 0.052, 0.1, 0.095048487, 0.081174492, 0.061126070, 0.038874330, 0.018825908, 0.004951913, 4e-7,
    ];

    [Fact]
    public void One_cycle_is_PyTorch_s() => Rates(LearningRateSchedule.OneCycle(), 0.1, 5, 2).ShouldBe(s_oneCycle, 1e-6);

    [Fact]
    public void A_cosine_is_Keras_s()
    {
        // keras.optimizers.schedules.CosineDecay(0.1, decay_steps=8, alpha=0.1): 0.1 · (0.9 · (1 + cos(π step / 8)) / 2 + 0.1).
        double[] expected = [.. Enumerable.Range(0, 8).Select(step => 0.1 * ((0.9 * (1 + Math.Cos(Math.PI * step / 8)) / 2) + 0.1))];

        Rates(LearningRateSchedule.Cosine(finalLearningRate: 0.01), 0.1, 4, 2).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void A_warm_up_rises_evenly_to_the_rate_and_the_rest_follows_it()
    {
        Rates(LearningRateSchedule.Constant(warmUp: 0.5), 0.4, 4, 2).ShouldBe([0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.4, 0.4], 1e-12);
        Rates(LearningRateSchedule.Polynomial(warmUp: 0.5), 0.4, 4, 2).ShouldBe([0.1, 0.2, 0.3, 0.4, 0.4, 0.3, 0.2, 0.1], 1e-12);
    }

    [Fact]
    public void The_others_are_what_their_names_say()
    {
        Rates(LearningRateSchedule.Step(decayRate: 0.5, decayEpochs: 2), 1, 2, 5).ShouldBe([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25], 1e-12);
        Rates(LearningRateSchedule.Exponential(decayRate: 0.25), 1, 2, 2).ShouldBe([1, 0.5, 0.25, 0.125], 1e-12);
        Rates(LearningRateSchedule.Polynomial(power: 2, finalLearningRate: 0.2), 1, 2, 2).ShouldBe([1, 0.65, 0.4, 0.25], 1e-12);
    }

    [Fact]
    public void Training_takes_the_rate_of_each_step()
    {
        List<double> rates = [];
        var recorder = new RateRecorder(rates);
        LearningRateSchedule schedule = LearningRateSchedule.OneCycle(warmUp: 0.4);

        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), new() { Epochs = 4, LearningRate = 0.4, Schedule = schedule, Callbacks = [recorder] });

        rates.ShouldBe(Rates(schedule, 0.4, 3, 4), 1e-15);
    }

    [Fact]
    public void Equal_schedules_are_equal_and_say_what_they_are()
    {
        LearningRateSchedule.Cosine(warmUp: 0.1).ShouldBe(LearningRateSchedule.Cosine(warmUp: 0.1));
        LearningRateSchedule.Cosine(warmUp: 0.1).ShouldNotBe(LearningRateSchedule.Cosine());
        LearningRateSchedule.Step().ToString().ShouldBe("Step, WarmUp = 0, DecayRate = 0.1, DecayEpochs = 10");
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateSchedule.OneCycle(1));
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateSchedule.Step(decayRate: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateSchedule.Polynomial(power: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateSchedule.Cosine(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateSchedule.OneCycle().At(0.1, -1, 1, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public void Short_trainings_have_rates_too(int steps, int epochs)
    {
        foreach (LearningRateSchedule schedule in new[] { LearningRateSchedule.OneCycle(), LearningRateSchedule.Cosine(warmUp: 0.9), LearningRateSchedule.Step(warmUp: 0.5) })
        {
            Rates(schedule, 0.1, steps, epochs).ShouldAllBe(rate => rate > 0 && rate <= 0.1);
        }
    }

    private static double[] Rates(LearningRateSchedule schedule, double rate, int stepsPerEpoch, int epochs) =>
        [.. Enumerable.Range(0, stepsPerEpoch * epochs).Select(step => schedule.At(rate, step, stepsPerEpoch, epochs))];

    private sealed class RateRecorder(List<double> rates) : TrainingCallback
    {
        public override void OnBatchEnd(TrainingRun run) => rates.Add(run.LearningRate);
    }
}
