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
    private const int BatchSize = 32;

    // A tenth of the models' own: with that, the loss of the first two is zero but for rounding after ten steps.
    private const double LearningRate = 1e-4;

    [PyTorchTheory]
    [InlineData(nameof(ValidCnn), "same=False, stride=1, normalized=False")]
    [InlineData(nameof(SameCnn), "same=True, stride=1, normalized=False")]
    [InlineData(nameof(NormalizedCnn), "same=True, stride=1, normalized=True")]
    [InlineData(nameof(UnitStrideCnn), "same=True, stride=1, normalized=True")]
    [InlineData(nameof(StridedSameCnn), "same=True, stride=2, normalized=True")]
    [InlineData(nameof(StridedValidCnn), "same=False, stride=2, normalized=True")]
    public void Thirty_steps_follow_PyTorch(string name, string network)
    {
        torch.manual_seed(1);
        using var model = ModelCatalog.Find(name)!.Create();
        var pictures = NoisyPatterns.Draw(Steps * BatchSize);
        var start = Copy(model.GetWeights());
        var (theirLosses, theirWeights) = TrainInPyTorch(network, start, pictures);

        var losses = Train(model, pictures);

        for (var step = 0; step < Steps; step++)
        {
            losses[step].ShouldBe(theirLosses[step], 1e-3 * theirLosses[step], $"loss of step {step}");
        }

        losses[^1].ShouldBeLessThan(0.8 * losses[0], "the network is to learn something");
        var end = model.GetWeights();
        for (var i = 0; i < start.Count; i++)
        {
            Deviation(start[i], end[i], theirWeights[i]).ShouldBeLessThan(0.02, start[i].Name);
        }
    }

    private static double[] Train(ITrainableModel model, Batch pictures)
    {
        using var trainer = model.CreateTrainer(LearningRate);
        return [.. Enumerable.Range(0, Steps).Select(step => trainer.Step(NoisyPatterns.Cut(pictures, step * BatchSize, BatchSize)).Loss)];
    }

    private static (float[] Losses, IReadOnlyList<TensorValue> Weights) TrainInPyTorch(
        string network, IReadOnlyList<Weight> start, Batch pictures)
    {
        var entries = start.Select((weight, i) => $"'{weight.Name}': w{i}");
        var question = new Question($$"""
            import pytorch_training
            model = pytorch_training.network({{network}})
            losses = pytorch_training.train(model, {{{string.Join(", ", entries)}}}, images, labels, {{BatchSize}}, {{LearningRate}})
            end = model.state_dict()
            """)
            .With("images", new TensorValue([pictures.Count, 1, 28, 28], pictures.Images.ToArray()))
            .With("labels", new TensorValue([pictures.Count], pictures.Labels.ToArray()))
            .Wants("losses")
            .Wants(start.Select(weight => $"end['{weight.Name}']"));
        for (var i = 0; i < start.Count; i++)
        {
            question.With($"w{i}", new TensorValue([.. start[i].Shape], start[i].Values));
        }

        var answer = PyTorch.Ask(question);
        return (answer[0]!.Floats, [.. answer.Skip(1).Select(value => value!)]);
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
