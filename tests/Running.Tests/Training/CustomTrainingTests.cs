using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A loss and a metric that are methods of the model's own.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class CustomTrainingTests
{
    private const string Cube =
        "private static TorchSharp.torch.Tensor Cube(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => (outputs - targets).abs().pow(3.0).mean();";

    private const string Worst =
        "internal static TorchSharp.torch.Tensor Worst(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => (outputs - targets).abs().mean();";

    [Fact]
    public void They_are_computed_and_named_like_their_methods()
    {
        using TrainingSample sample = TrainingSample.OfNumbers(
            "[Dense(3)]", "CustomLoss = nameof(Cube), CustomMetrics = new[] { nameof(Worst) }, Metrics = Metrics.MeanSquaredError", methods: Cube + Worst);
        double[] differences = [.. sample.Outputs.Zip(sample.Targets, (output, target) => output.Zip(target, (o, t) => Math.Abs(o - t))).SelectMany(row => row)];

        EvaluationResult result = sample.Evaluate();

        result.Loss.ShouldBe(differences.Average(difference => Math.Pow(difference, 3)), 1e-5);
        result["Worst"].ShouldBe(differences.Average(), 1e-5);
        result.Measures.Names.ShouldBe(["mean_squared_error", "Worst"]);
        sample.Model.Trainable.Targets[0].CustomLoss.ShouldBe("Cube");
    }

    [Fact]
    public void Training_makes_the_loss_small()
    {
        using TrainingSample sample = TrainingSample.OfNumbers("[Dense(3)]", "CustomLoss = nameof(Cube), Epochs = 20, LearningRate = 0.02", methods: Cube);

        TrainingHistory history = TrainingLoop.Fit(sample.Model.Trainable, sample.Data);

        history.Last!.Loss.ShouldBeLessThan(history.Epochs[0].Loss);
    }

    [Fact]
    public void Of_one_unit_the_two_classes_are_zeros_and_ones()
    {
        using TrainingSample sample = TrainingSample.OfTwoClasses("[Dense(1, Activation = Activation.Sigmoid)]", "CustomLoss = nameof(Cube)", methods: Cube);

        sample.Evaluate().Loss.ShouldBe(
            sample.Outputs.Zip(sample.Targets, (output, target) => Math.Pow(Math.Abs(output[0] - target[0]), 3)).Average(), 1e-5);
    }
}
