using CnnGen.Torch.Tests.Oracle;
using Shouldly;
using TorchSharp;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests;

/// <summary>
/// Trains each of the six networks twice, here and in PyTorch, from the same weights and on the same images in the same order.
/// </summary>
public class PyTorchTrainingTests
{
    private const int Steps = 30;

    public static IEnumerable<object[]> Networks => PyTorchTraining.Networks.Select(pair => new object[] { pair.Key, pair.Value });

    public static IEnumerable<object[]> TrainedForLong => PyTorchTraining.TrainedForLong.Select(name => new object[] { name, PyTorchTraining.Networks[name] });

    // At the models' own 1e-3 rounding grows with the steps until it passes 1e-3 behind a batch normalization; see NoisyPatterns.
    [PyTorchTheory]
    [MemberData(nameof(TrainedForLong))]
    public void Thirty_steps_on_digits_follow_PyTorch(string name, string network)
    {
        const int BatchSize = 128;
        var digits = new BatchBuffer(CnnGen.Mnist.Load(SampleProgram.Digits).Train, Steps * BatchSize).Fill(0, Steps * BatchSize);

        var (ours, theirs) = TrainTwice(name, network, digits, BatchSize, learningRate: 5e-5);

        LossesShouldAgree(ours.Losses, theirs.Losses);
        ours.Losses.TakeLast(5).Average().ShouldBeLessThan(ours.Losses.Take(5).Average(), "the network is to learn something");
    }

    [PyTorchTheory]
    [MemberData(nameof(Networks))]
    public void Thirty_steps_on_patterns_end_at_PyTorchs_weights(string name, string network)
    {
        const int BatchSize = 32;
        var patterns = NoisyPatterns.Draw(Steps * BatchSize);

        // A tenth of the models' own: with that, the loss of the first two is zero but for rounding after ten steps.
        var (ours, theirs) = TrainTwice(name, network, patterns, BatchSize, learningRate: 1e-4);

        LossesShouldAgree(ours.Losses, theirs.Losses);
        ours.Losses[^1].ShouldBeLessThan(0.8 * ours.Losses[0], "the network is to learn something");
        for (var i = 0; i < ours.Start.Count; i++)
        {
            Deviation(ours.Start[i], ours.End[i], theirs.End[i]).ShouldBeLessThan(0.02, ours.Start[i].Name);
        }
    }

    private static void LossesShouldAgree(double[] ours, float[] theirs)
    {
        for (var step = 0; step < Steps; step++)
        {
            ours[step].ShouldBe(theirs[step], 1e-3 * theirs[step], $"loss of step {step}");
        }
    }

    private static ((double[] Losses, IReadOnlyList<Weight> Start, IReadOnlyList<Weight> End) Ours, (float[] Losses, IReadOnlyList<TensorValue> End) Theirs)
        TrainTwice(string name, string network, Batch pictures, int batchSize, double learningRate)
    {
        torch.manual_seed(1);
        using var model = ModelCatalog.Find(name)!.Create();
        var start = Copy(model.GetWeights());
        var theirs = PyTorchTraining.Run(
            network, start, pictures, batchSize, $"torch.optim.Adam(parameters, {learningRate}, eps=1e-7)", withWeights: true);
        var losses = Train(model, pictures, batchSize, learningRate);
        return ((losses, start, model.GetWeights()), theirs);
    }

    private static double[] Train(ITrainableModel model, Batch pictures, int batchSize, double learningRate)
    {
        using var trainer = model.CreateTrainer(learningRate);
        return [.. Enumerable.Range(0, Steps).Select(step => trainer.Step(NoisyPatterns.Cut(pictures, step * batchSize, batchSize), TrainingStep.Whole).Loss)];
    }

    private static List<Weight> Copy(IReadOnlyList<Weight> weights) =>
        [.. weights.Select(weight => weight with { Values = (Array)weight.Values.Clone() })];

    /// <summary>
    /// How far the two ends are apart, as a share of the way from the start. Not element by element: a step of Adam has the
    /// same length whether a gradient is large or nothing but rounding error.
    /// </summary>
    private static double Deviation(Weight start, Weight end, TensorValue theirs)
    {
        if (start.Values is not float[] from)
        {
            end.Values.ShouldBe(theirs.Data, end.Name);
            return 0;
        }

        var (to, target) = ((float[])end.Values, theirs.Floats);
        return Distance(to, target) / Distance(from, target);
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => Math.Pow(x - y, 2)).Sum());
}
