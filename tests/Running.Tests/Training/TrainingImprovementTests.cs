using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>What makes training better, in generated code: accumulated steps, cut gradients, averages, smoothed and balanced labels, a break within an epoch.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public sealed class TrainingImprovementTests : IDisposable
{
    private const string Softmax = "[Dense(4, Activation = Activation.Softmax)]";

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("Optimizer = Optimizer.SGD, Momentum = 0.9")]
    [InlineData("Optimizer = Optimizer.Lion")]
    public void Accumulated_steps_are_one_step_of_a_larger_batch(string optimizer)
    {
        float[] large = Trained(Softmax, optimizer, new() { Epochs = 3, BatchSize = 6, Seed = 3 });
        float[] small = Trained(Softmax, optimizer, new() { Epochs = 3, BatchSize = 2, AccumulateSteps = 3, Seed = 3 });

        small.ShouldBe(large, 1e-5);
    }

    [Fact]
    public void Gradients_are_cut_to_a_length()
    {
        float[] before = Trained(Softmax, "", new() { Epochs = 1, LearningRate = 1e-30 });
        float[] after = Trained(Softmax, "Optimizer = Optimizer.SGD", new() { Epochs = 1, BatchSize = 13, LearningRate = 1, ClipNorm = 0.01 });

        Math.Sqrt(after.Zip(before, (a, b) => (double)(a - b) * (a - b)).Sum()).ShouldBe(0.01, 1e-5);
    }

    [Theory]
    [InlineData("LabelSmoothing = 0.2")]
    [InlineData("LabelSmoothing = 0.2, ClassWeights = new[] { 1.0, 1.0, 1.0, 1.0 }")]
    public void A_smoothed_class_gives_a_part_to_all(string training)
    {
        using TrainingSample sample = TrainingSample.OfClasses(Softmax, training);

        double expected = sample.Outputs.Zip(sample.Targets, (output, target) =>
            output.Zip(target, (o, t) => -((0.8 * t) + (0.2 / 4)) * Math.Log(o)).Sum()).Average();

        Evaluation.Evaluate(sample.Model.Trainable, sample.Data).Loss.ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void A_smoothed_class_of_two_gives_half_a_part_to_either()
    {
        using TrainingSample sample = TrainingSample.OfTwoClasses("[Dense(1, Activation = Activation.Sigmoid)]", "LabelSmoothing = 0.2");

        double expected = sample.Outputs.Zip(sample.Targets, (output, target) =>
        {
            double t = (0.8 * target[0]) + 0.1;
            return -(t * Math.Log(output[0])) - ((1 - t) * Math.Log(1 - output[0]));
        }).Average();

        Evaluation.Evaluate(sample.Model.Trainable, sample.Data).Loss.ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void Balanced_classes_are_weighed_in_training_and_not_in_evaluation()
    {
        using TrainingSample sample = TrainingSample.OfClasses(Softmax, "BalanceClasses = true");
        int[] labels = [.. sample.Targets.Select(target => Array.IndexOf(target, 1))];
        var counts = labels.CountBy(label => label).ToDictionary();
        double[] losses = [.. sample.Outputs.Zip(labels, (output, label) => -Math.Log(output[label]))];
        double weighed = losses.Zip(labels, (loss, label) => loss * labels.Length / (counts.Count * counts[label])).Average();

        double evaluated = Evaluation.Evaluate(sample.Model.Trainable, sample.Data).Loss;
        TrainingHistory history = TrainingLoop.Fit(sample.Model.Trainable, sample.Data, new() { BatchSize = 13, LearningRate = 1e-9 });

        evaluated.ShouldBe(losses.Average(), 1e-5);
        history.Last!.Loss.ShouldBe(weighed, 1e-5);
        Math.Abs(history.Last.Loss - evaluated).ShouldBeGreaterThan(1e-3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Optimizer = Optimizer.SGD, Momentum = 0.9")]
    [InlineData("Optimizer = Optimizer.RMSprop, Momentum = 0.5")]
    [InlineData("Optimizer = Optimizer.Lion")]
    [InlineData("Optimizer = Optimizer.Nadam, Schedule = Schedule.OneCycle, AccumulateSteps = 2, ClipNorm = 0.5")]
    public void A_training_that_is_broken_off_within_an_epoch_goes_on_to_the_same_bits(string training)
    {
        const string Random = "[Dense(16)]\n[BatchNormalization]\n[Dropout(0.5)]\n[GaussianNoise(0.1)]\n" + Softmax;
        TrainingOptions options = new()
        {
            Epochs = 4, BatchSize = 3, Seed = 5, LearningRate = 0.01, Averaging = WeightAveraging.Exponential(0.9),
        };
        float[] whole = Trained(Random, training, options);

        options = options with { CheckpointDirectory = _folder, CheckpointEvery = Every.Steps(1), Resume = Resume.IfPresent };
        for (int steps = 1; steps < 7; steps += 2)
        {
            Should.Throw<InvalidOperationException>(() => Trained(Random, training, options with { Callbacks = [new Breaker(steps)] }));

            // Whoever draws in between does not matter.
            torch.rand(3).Dispose();
        }

        Trained(Random, training, options).ShouldBe(whole);
    }

    [Fact]
    public void The_state_of_chance_can_be_put_back()
    {
        using TrainingSample sample = TrainingSample.OfClasses(Softmax, "");
        using IModelTrainer trainer = sample.Model.Trainable.CreateTrainer(0.1);
        byte[] state = trainer.RandomState;
        using torch.Tensor first = torch.rand(5);

        trainer.RandomState = state;

        using torch.Tensor again = torch.rand(5);
        again.data<float>().ToArray().ShouldBe(first.data<float>().ToArray());
    }

    private static float[] Trained(string last, string training, TrainingOptions options)
    {
        using TrainingSample sample = TrainingSample.OfClasses(last, training);
        TrainingLoop.Fit(sample.Model.Trainable, sample.Data, options);
        return [.. sample.Model.Model.GetWeights().Where(weight => weight.Values is float[]).SelectMany(weight => (float[])weight.Values)];
    }

    private sealed class Breaker(int steps) : TrainingCallback
    {
        private int _left = steps;

        public override void OnBatchEnd(TrainingRun run)
        {
            if (_left-- == 0)
            {
                throw new InvalidOperationException("killed");
            }
        }
    }
}
