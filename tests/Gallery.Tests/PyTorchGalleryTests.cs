using CnnGen.Torch.Tests.Oracle;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Gallery.Tests;

/// <summary>Each kind of network beside PyTorch: the same start weights, the same examples in the same order, Adam.</summary>
public class PyTorchGalleryTests
{
    private const int Steps = 30;
    private const int BatchSize = 8;
    private const double LearningRate = 1e-3;

    private static readonly Dictionary<string, (Func<ITrainableModel> Model, Func<int, Dataset> Data)> s_kinds = new()
    {
        ["segmentation"] = (() => new SegmentationNet(), count => NoisyGround.Make(Digits.Load().Train, count, seed: 3)),
        ["denoising"] = (() => new DenoisingNet(), count => NoisyDigits.Make(Digits.Load().Train, count, seed: 3)),
        ["signals"] = (() => new SignalNet(), count => Waveforms.Make(count, seed: 3)),
        ["pairs"] = (() => new PairNet(), count => DigitPairs.Make(Digits.Load().Train, count, seed: 3)),
        ["heads"] = (() => new HeadsNet(), count => SlantedDigits.Make(Digits.Load().Train, count)),
        ["table"] = (() => new TableNet(), count => Rows.Make(count, seed: 3)),
    };

    public static TheoryData<string> Names => [.. s_kinds.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void Thirty_steps_have_PyTorchs_losses(string name)
    {
        TorchSharp.torch.manual_seed(7);
        using ITrainableModel model = s_kinds[name].Model();
        Dataset data = s_kinds[name].Data(Steps * BatchSize);
        float[] expected = Theirs(name, model, data);

        using IModelTrainer trainer = model.CreateTrainer(LearningRate);
        var buffer = new BatchBuffer(data, BatchSize);
        for (int step = 0; step < Steps; step++)
        {
            double loss = trainer.Step(buffer.Fill(step * BatchSize, BatchSize), TrainingStep.Whole).Loss;
            loss.ShouldBe(expected[step], 1e-3 * Math.Abs(expected[step]), $"step {step}");
        }
    }

    private static float[] Theirs(string name, ITrainableModel model, Dataset data)
    {
        IReadOnlyList<Weight> weights = model.GetWeights();
        Batch all = new BatchBuffer(data, data.Count).Fill(0, data.Count);
        string entries = string.Join(", ", weights.Select((weight, i) => $"'{weight.Name}': w{i}"));
        string inputs = string.Concat(all.Inputs.Select((_, i) => $"x{i}, "));
        string targets = string.Concat(all.Targets.Select((_, i) => $"y{i}, "));
        var question = new Question($$"""
            import pytorch_gallery
            losses = pytorch_gallery.train('{{name}}', {{{entries}}}, ({{inputs}}), ({{targets}}), {{BatchSize}}, {{LearningRate}})
            """);
        for (int i = 0; i < weights.Count; i++)
        {
            question.With($"w{i}", new TensorValue([.. weights[i].Shape], weights[i].Values));
        }

        for (int i = 0; i < all.Inputs.Length; i++)
        {
            IReadOnlyList<int> shape = data.Inputs[i].Shape;
            long[] sizes = shape.Count == 1 ? [data.Count, shape[0]] : [data.Count, shape[^1], .. shape.SkipLast(1).Select(size => (long)size)];
            question.With($"x{i}", new TensorValue(sizes, all.Inputs[i].ToArray()));
        }

        for (int i = 0; i < all.Targets.Count; i++)
        {
            BatchTarget target = all.Targets[i];
            Array values = target.Labels.IsEmpty ? target.Values.ToArray() : target.Labels.ToArray();
            long[] sizes = values.Length == data.Count ? [data.Count] : [data.Count, values.Length / data.Count];
            question.With($"y{i}", new TensorValue(sizes, values));
        }

        return PyTorch.Ask(question.Wants("losses"))[0]!.Floats;
    }
}
