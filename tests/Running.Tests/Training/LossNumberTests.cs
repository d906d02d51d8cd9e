using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Each loss beside its definition in Keras's <c>keras/losses/losses.py</c>, written here over plain numbers.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class LossNumberTests
{
    private const string Softmax = "[Dense(4, Activation = Activation.Softmax)]";
    private const string Sigmoid = "[Dense(1, Activation = Activation.Sigmoid)]";

    [Theory]
    [InlineData("Loss.MeanSquaredError", "")]
    [InlineData("Loss.MeanAbsoluteError", "")]
    [InlineData("Loss.Huber", "")]
    [InlineData("Loss.Huber", ", Delta = 0.4")]
    [InlineData("Loss.LogCosh", "")]
    public void Of_numbers(string loss, string arguments)
    {
        using TrainingSample sample = TrainingSample.OfNumbers("[Dense(3)]", $"Loss = {loss}{arguments}");
        double delta = arguments.Length == 0 ? 1 : 0.4;

        ShouldBeMean(sample, (output, target) => Mean(output, target, (o, t) => loss switch
        {
            "Loss.MeanSquaredError" => (o - t) * (o - t),
            "Loss.MeanAbsoluteError" => Math.Abs(o - t),
            "Loss.LogCosh" => Math.Log(Math.Cosh(o - t)),
            _ => Math.Abs(o - t) <= delta ? (o - t) * (o - t) / 2 : (delta * Math.Abs(o - t)) - (delta * delta / 2),
        }));
    }

    [Fact]
    public void Of_counts()
    {
        using TrainingSample sample = TrainingSample.OfNumbers("[Dense(3, Activation = Activation.Softplus)]", "Loss = Loss.Poisson");

        ShouldBeMean(sample, (output, target) => Mean(output, target, (o, t) => o - (t * Math.Log(o + 1e-7))));
    }

    [Fact]
    public void Of_directions()
    {
        using TrainingSample sample = TrainingSample.OfNumbers("[Dense(3)]", "Loss = Loss.CosineSimilarity");

        ShouldBeMean(sample, (output, target) => -output.Zip(target, (o, t) => o * t).Sum() / (Length(output) * Length(target)));

        static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));
    }

    [Theory]
    [InlineData("Loss.CategoricalCrossentropy")]
    [InlineData("Loss.KLDivergence")]
    [InlineData("Loss.CategoricalFocalCrossentropy")]
    [InlineData("Loss.CategoricalFocalCrossentropy", ", Gamma = 1.5, Alpha = 0.5")]
    public void Of_one_hot_vectors(string loss, string arguments = "")
    {
        using TrainingSample sample = TrainingSample.OfOneHot(Softmax, $"Loss = {loss}{arguments}");
        (double gamma, double alpha) = arguments.Length == 0 ? (2, 0.25) : (1.5, 0.5);

        // Where the target is 1, all that is not the focus is one.
        ShouldBeMean(sample, (output, target) => output.Zip(target, (o, t) => -t * Math.Log(o) * (loss.Contains("Focal") ? alpha * Math.Pow(1 - o, gamma) : 1)).Sum());
    }

    /// <summary>The probabilities of a layer used again are not folded into the loss: their scores are computed from them.</summary>
    [Theory]
    [InlineData(Softmax)]
    [InlineData("[Dense(4, Activation = Activation.Softmax, Name = \"head\")]\n[Reuse(\"head\")]")]
    public void Of_class_indices(string last)
    {
        using TrainingSample sample = TrainingSample.OfClasses(last, "Loss = Loss.SparseCategoricalCrossentropy");

        ShouldBeMean(sample, (output, target) => -Math.Log(output[Array.IndexOf(target, 1)]));
    }

    [Theory]
    [InlineData("Loss.BinaryCrossentropy")]
    [InlineData("Loss.BinaryFocalCrossentropy")]
    [InlineData("Loss.BinaryFocalCrossentropy", ", Gamma = 1.5")]
    [InlineData("Loss.BinaryFocalCrossentropy", ", Alpha = 0.3")]
    public void Of_two_classes(string loss, string arguments = "")
    {
        using TrainingSample sample = TrainingSample.OfTwoClasses(Sigmoid, $"Loss = {loss}{arguments}");
        double gamma = arguments.Contains("Gamma") ? 1.5 : 2;

        ShouldBeMean(sample, (output, target) => Mean(output, target, (o, t) =>
        {
            double right = (t * o) + ((1 - t) * (1 - o));
            double weight = arguments.Contains("Alpha") ? (t * 0.3) + ((1 - t) * 0.7) : 1;
            return -Math.Log(right) * (loss.Contains("Focal") ? weight * Math.Pow(1 - right, gamma) : 1);
        }));
    }

    [Theory]
    [InlineData("[Dense(1)]")]
    [InlineData("[Dense(1, Activation = Activation.Tanh)]")]
    public void Of_margins(string last)
    {
        using TrainingSample sample = TrainingSample.OfTwoClasses(last, "Loss = Loss.Hinge");

        ShouldBeMean(sample, (output, target) => Mean(output, target, (o, t) => Math.Max(0, 1 - (((2 * t) - 1) * o))));
        sample.Evaluate().Accuracy.ShouldBe(Mean([.. sample.Outputs.Select(row => row[0])], [.. sample.Targets.Select(row => row[0])], (o, t) => o > 0 == t > 0 ? 1 : 0));
    }

    [Fact]
    public void Of_what_two_pictures_share()
    {
        using TrainingSample two = TrainingSample.OfTwoClasses(Sigmoid, "Loss = Loss.Dice");
        using TrainingSample many = TrainingSample.OfOneHot(Softmax, "Loss = Loss.Dice");

        foreach (TrainingSample sample in new[] { two, many })
        {
            double[] outputs = [.. sample.Outputs.SelectMany(row => row)];
            double[] targets = [.. sample.Targets.SelectMany(row => row)];
            double shared = 2 * outputs.Zip(targets, (o, t) => o * t).Sum();

            sample.Evaluate(batchSize: 13).Loss.ShouldBe(1 - (shared / (outputs.Sum() + targets.Sum() + 1e-7)), 1e-5);
        }
    }

    private static void ShouldBeMean(TrainingSample sample, Func<double[], double[], double> loss)
    {
        double expected = sample.Outputs.Zip(sample.Targets, loss).Average();

        sample.Evaluate().Loss.ShouldBe(expected, 1e-5 * Math.Max(1, Math.Abs(expected)));
    }

    private static double Mean(double[] outputs, double[] targets, Func<double, double, double> loss) => outputs.Zip(targets, loss).Average();
}
