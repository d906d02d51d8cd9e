using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Samples.Mnist.Tests;

/// <summary>The sample's networks, trained by PyTorch.</summary>
internal static class PyTorchTraining
{
    /// <summary>For each model, what pytorch_training.py has to know to build the same.</summary>
    public static IReadOnlyDictionary<string, string> Networks { get; } = new Dictionary<string, string>
    {
        [nameof(ValidCnn)] = "same=False, stride=1, normalized=False",
        [nameof(SameCnn)] = "same=True, stride=1, normalized=False",
        [nameof(NormalizedCnn)] = "same=True, stride=1, normalized=True",
        [nameof(UnitStrideCnn)] = "same=True, stride=1, normalized=True",
        [nameof(StridedSameCnn)] = "same=True, stride=2, normalized=True",
        [nameof(StridedValidCnn)] = "same=False, stride=2, normalized=True",
    };

    /// <summary>Those that train for long: all of them, but on TorchSharp, which computes with PyTorch's own kernels, the small ones are enough.</summary>
    public static IReadOnlyList<string> TrainedForLong { get; } = typeof(TorchSharp.torch).Assembly.GetName().Name == "TorchSharp"
        ? [nameof(StridedSameCnn), nameof(StridedValidCnn)]
        : [.. Networks.Keys];

    /// <summary>Goes through the pictures once in order.</summary>
    /// <param name="network">One of <see cref="Networks"/>.</param>
    /// <param name="start">The weights at the start.</param>
    /// <param name="pictures">What is learnt from.</param>
    /// <param name="batchSize">How many of them make a step.</param>
    /// <param name="optimizer">A Python expression over <c>parameters</c>.</param>
    /// <param name="withWeights">Whether the weights at the end are wanted.</param>
    public static (float[] Losses, IReadOnlyList<TensorValue> End) Run(
        string network, IReadOnlyList<Weight> start, Batch pictures, int batchSize, string optimizer, bool withWeights)
    {
        var entries = start.Select((weight, i) => $"'{weight.Name}': w{i}");
        var question = new Question($$"""
            import pytorch_training
            model = pytorch_training.network({{network}})
            losses = pytorch_training.train(model, {{{string.Join(", ", entries)}}}, images, labels, {{batchSize}}, lambda parameters: {{optimizer}})
            end = model.state_dict()
            """)
            .With("images", new TensorValue([pictures.Count, 1, 28, 28], pictures.Inputs[0].ToArray()))
            .With("labels", new TensorValue([pictures.Count], pictures.Targets[0].Labels.ToArray()))
            .Wants("losses")
            .Wants(withWeights ? start.Select(weight => $"end['{weight.Name}']") : []);
        for (var i = 0; i < start.Count; i++)
        {
            question.With($"w{i}", new TensorValue([.. start[i].Shape], start[i].Values));
        }

        var answer = PyTorch.Ask(question);
        return (answer[0]!.Floats, [.. answer.Skip(1).Select(value => value!)]);
    }
}
