using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>What is dropped in training, and what is added to the loss, beside Keras's rules over plain numbers.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class RegularizationRunTests
{
    private const string Loss = "Loss = Loss.MeanSquaredError";

    /// <summary>Drawn once for all places that share a draw, which are those along the tensor's axes.</summary>
    [Theory]
    [InlineData("[StochasticDepth(0.25)]", new long[] { 1, 2, 3 })]
    [InlineData("[Dropout(0.25, NoiseShape = new[] { -1, 1, 1, 1 })]", new long[] { 1, 2, 3 })]
    [InlineData("[Dropout(0.25, NoiseShape = new[] { 1, 8, -1, 1 })]", new long[] { 0, 1 })]
    [InlineData("[Dropout(0.25, NoiseShape = new[] { -1, -1, 1, 10 })]", new long[] { 3 })]
    public void A_share_is_dropped_as_a_whole(string layer, long[] sharing)
    {
        torch.manual_seed(3);
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(8, 9, 10)]\n{layer}\npublic partial class Cnn;\n");
        using torch.Tensor images = torch.rand([64, 10, 8, 9]) + 1;
        model.Module.train();

        using torch.Tensor factors = model.Module.call(images) / images;

        // Each draw is 0 or scaled up, the same for all that share it.
        using torch.Tensor draws = factors.mean(sharing, true);
        (factors - draws).abs().max().ToDouble().ShouldBeLessThan(1e-5);
        float[] drawn = draws.flatten().data<float>().ToArray();
        drawn.ShouldAllBe(factor => factor == 0 || Math.Abs(factor - (1 / 0.75)) < 1e-5);
        drawn.Count(factor => factor == 0).ShouldBeInRange((int)(0.1 * drawn.Length), (int)(0.4 * drawn.Length));
        model.Module.eval();
        model.Module.call(images).Equals(images).ShouldBeTrue();
    }

    [Theory]
    [InlineData("[ActivityRegularization(0.1, 0.2)]\n[Dense(3)]", 0.1, 0.2)]
    [InlineData("[ActivityRegularization(l2: 0.3)]\n[Dense(3)]", 0, 0.3)]
    [InlineData("[Dense(3, BiasL1 = 0.1, BiasL2 = 0.2, BiasInitializer = Initializer.Constant, BiasInitializerValue = -0.5)]", 0, 0, 3 * (0.05 + 0.05))]
    public void What_inputs_and_weights_cost_is_added(string layers, double l1, double l2, double weights = 0)
    {
        using TrainingSample sample = TrainingSample.OfNumbers(layers, Loss);

        double cost = sample.Pictures.Average(values => values.Sum(value => (l1 * Math.Abs(value)) + (l2 * value * value)));

        sample.Evaluate().Loss.ShouldBe(MeanSquare(sample) + cost + weights, 1e-5);
    }

    /// <summary>Of what comes out of the activation, and for an example on average however many a batch has.</summary>
    [Theory]
    [InlineData("[Dense(3, ActivityL1 = 0.1, ActivityL2 = 0.2)]", Loss)]
    [InlineData("[Dense(3, Activation = Activation.ReLU, ActivityL1 = 0.1, ActivityL2 = 0.2)]", Loss)]
    [InlineData("[Dense(3)]\n[ActivityRegularization(0.1, 0.2)]", Loss)]
    [InlineData("[Dense(3, Activation = Activation.Softmax, ActivityL1 = 0.1, ActivityL2 = 0.2)]", "")]
    public void What_outputs_cost_is_added(string layers, string training)
    {
        using TrainingSample sample = training == Loss ? TrainingSample.OfNumbers(layers, Loss) : TrainingSample.OfOneHot(layers, training, 3);

        double cost = sample.Outputs.Average(values => values.Sum(value => (0.1 * Math.Abs(value)) + (0.2 * value * value)));

        double own = training == Loss ? MeanSquare(sample) : sample.Outputs.Zip(sample.Targets, (output, target) => -Math.Log(output[Array.IndexOf(target, 1)])).Average();
        sample.Evaluate().Loss.ShouldBe(own + cost, 1e-5);
    }

    [Theory]
    [InlineData("[Dense(3, KernelConstraint = Constraint.UnitNorm)]", "weight", new long[] { 3, 4 }, new long[] { 1 })]
    [InlineData("[Dense(3, KernelConstraint = Constraint.UnitNorm, KernelConstraintAxes = new[] { -1 })]", "weight", new long[] { 3, 4 }, new long[] { 0 })]
    [InlineData("[Dense(3, KernelConstraint = Constraint.MaxNorm, MaxNorm = 0.9)]", "weight", new long[] { 3, 4 }, new long[] { 1 }, 0.9)]
    [InlineData("[Dense(3, KernelConstraint = Constraint.NonNeg)]", "weight", new long[] { 3, 4 }, new long[0])]
    [InlineData("[Dense(3, BiasConstraint = Constraint.MaxNorm, BiasInitializer = Initializer.Ones)]", "bias", new long[] { 3 }, new long[] { 0 }, 2)]
    [InlineData("[Dense(3, BiasConstraint = Constraint.MaxNorm, BiasInitializer = Initializer.Ones, MaxNorm = 1.1)]", "bias", new long[] { 3 }, new long[] { 0 }, 1.1)]
    [InlineData("[Reshape(2, 2, 1)]\n[Conv2D(3, 2, KernelConstraint = Constraint.UnitNorm)]\n[Flatten]", "weight", new long[] { 3, 1, 2, 2 }, new long[] { 2 })]
    [InlineData("[Reshape(2, 2, 1)]\n[Conv2D(3, 2, KernelConstraint = Constraint.UnitNorm, KernelConstraintAxes = new[] { 0, 1, 2 })]\n[Flatten]",
        "weight", new long[] { 3, 1, 2, 2 }, new long[] { 1, 2, 3 })]
    [InlineData("[Reshape(1, 2, 2)]\n[Conv2DTranspose(3, 1, 2, KernelConstraint = Constraint.UnitNorm, KernelConstraintAxes = new[] { 2 })]\n[Cropping2D(0, 0, 1, 1)]\n[Flatten]",
        "weight", new long[] { 2, 3, 1, 2 }, new long[] { 1 })]
    [InlineData("[Reshape(1, 2, 2)]\n[DepthwiseConv2D(1, 2, DepthMultiplier = 3, KernelConstraint = Constraint.UnitNorm, KernelConstraintAxes = new[] { 1, 3 })]\n[Flatten]\n[Dense(3)]",
        "conv2d.weight", new long[] { 2, 3, 1, 2 }, new long[] { 1, 3 })]
    public void After_a_step_weights_are_what_they_may_be(string layers, string name, long[] sizes, long[] axes, double most = 0)
    {
        using TrainingSample sample = TrainingSample.OfNumbers(layers, "Loss = Loss.MeanSquaredError, Optimizer = Optimizer.SGD");
        using torch.Tensor before = WeightOf(sample, name).reshape(sizes);
        using IModelTrainer trainer = sample.Model.Trainable.CreateTrainer(1e-30);

        trainer.Step(Batch.Of(2, new float[8], new float[6]), TrainingStep.Whole);

        // Nothing has been learned, so that all that changed is what Keras's constraint does.
        using torch.Tensor norms = axes.Length == 0 ? torch.ones(1) : before.square().sum(axes, true).sqrt();
        using torch.Tensor expected = axes.Length == 0 ? before.clamp_min(0) : before * ((most == 0 ? torch.ones_like(norms) : norms.clamp(0, most)) / (norms + 1e-7));
        (WeightOf(sample, name).reshape(sizes) - expected).abs().max().ToDouble().ShouldBeLessThan(1e-6);
        (most != 2 && (before - expected).abs().max().ToDouble() < 1e-3).ShouldBeFalse();
    }

    [Fact]
    public void So_are_those_of_a_used_model()
    {
        using TrainingSample sample = TrainingSample.OfNumbers("[Use<Inner>(Name = \"inner\")]", "Loss = Loss.MeanSquaredError, Optimizer = Optimizer.SGD", declarations: """
            [Model]
            [Input(4)]
            [Reshape(4, 1)]
            [SeparableConv1D(2, 2, KernelL2 = 0.1, BiasConstraint = Constraint.NonNeg)]
            [Flatten]
            [Dense(3, KernelConstraint = Constraint.UnitNorm, Name = "last")]
            public partial class Inner;
            """);
        double cost = new[] { "inner.separable_conv1d_depthwise.weight", "inner.separable_conv1d_pointwise.weight" }
            .Sum(name => WeightOf(sample, name).square().sum().ToDouble() * 0.1);

        sample.Evaluate().Loss.ShouldBe(MeanSquare(sample) + cost, 1e-5);
        using IModelTrainer trainer = sample.Model.Trainable.CreateTrainer(1e-30);
        trainer.Step(Batch.Of(2, new float[8], new float[6]), TrainingStep.Whole);
        WeightOf(sample, "inner.last.weight").square().sum(1L).data<float>().ToArray().ShouldAllBe(length => Math.Abs(length - 1) < 1e-5);
    }

    /// <summary>Wherever the used model stands, whatever its own last activation is, and within another one.</summary>
    [Theory]
    [InlineData("[Use<Inner>]", "")]
    [InlineData("[Use<Inner>]", ", Activation = Activation.Softmax")]
    [InlineData("[Use<Outer>]", ", Activation = Activation.Softmax")]
    public void What_the_layers_of_a_used_model_give_costs_what_it_costs_there(string use, string activation)
    {
        using TrainingSample sample = TrainingSample.OfNumbers(use, "Loss = Loss.MeanSquaredError", declarations: $$"""
            [Model]
            [Input(4)]
            [Dense(3, ActivityL1 = 0.1, ActivityL2 = 0.2{{activation}})]
            public partial class Inner;

            [Model]
            [Input(4)]
            [Use<Inner>(Name = "inner")]
            [Dropout(0.5)]
            public partial class Outer;
            """);
        double cost = sample.Outputs.Average(values => values.Sum(value => (0.1 * Math.Abs(value)) + (0.2 * value * value)));

        sample.Evaluate().Loss.ShouldBe(MeanSquare(sample) + cost, 1e-5);
        TrainingLoop.Fit(sample.Model.Trainable, sample.Data, new TrainingOptions { Epochs = 1, LearningRate = 1e-9 });
    }

    private static double MeanSquare(TrainingSample sample) =>
        sample.Outputs.Zip(sample.Targets, (output, target) => output.Zip(target, (o, t) => (o - t) * (o - t)).Average()).Average();

    private static torch.Tensor WeightOf(TrainingSample sample, string name) =>
        sample.Model.Module.state_dict().Single(entry => entry.Key.EndsWith(name, StringComparison.Ordinal)).Value.detach().clone();
}
