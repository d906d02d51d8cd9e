namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>A network that is compared with its twin.</summary>
/// <param name="Name">What the test calls it.</param>
/// <param name="Source">A whole file.</param>
/// <param name="Class">The class in it.</param>
internal sealed record TwinCase(string Name, string Source, string Class)
{
    /// <summary>A model for each layer, each branch of its arguments, each shape of a graph, each loss.</summary>
    public static IReadOnlyList<TwinCase> Corpus { get; } =
    [
        .. Notebook.All.Select(static model => new TwinCase(model.Key, $"using CnnGen;\nnamespace Of{model.Key};\n{model.Value}", $"Of{model.Key}.{model.Key}")),
        .. new[] { LayerModels.All, GraphModels.WithSeveral, TrainingModels.All }
            .SelectMany(static models => models)
            .Concat(BlockModels.All.Select(static model => new KeyValuePair<string, string>("Block" + model.Key, model.Value.Blocks)))
            .DistinctBy(static model => model.Key)
            .Select(static model => new TwinCase(model.Key, $"using CnnGen;\nnamespace Of{model.Key};\n{model.Value}", $"Of{model.Key}.Cnn")),
    ];

    /// <summary>The networks of the sample.</summary>
    public static IReadOnlyList<TwinCase> Architectures { get; } =
    [
        .. new[] { "ResNet18", "UNet", "Inception", "MobileNetV2" }.Select(static name =>
            new TwinCase(name, PublishedNetworks.All[name], $"CnnGen.Samples.Architectures.{name}")),
    ];
}
