namespace CnnGen.Samples.Architectures;

/// <summary>A network by name.</summary>
/// <param name="Name">The class name, which is also its name on the command line.</param>
/// <param name="Summary">Keras's table.</param>
/// <param name="Rows">The same as data.</param>
/// <param name="Create">Makes it with fresh start weights, and something to learn.</param>
internal sealed record Architecture(string Name, string Summary, ModelSummary Rows, Func<IExercise> Create);

/// <summary>The four networks: a plain table, so that no name is looked up by reflection.</summary>
internal static class ArchitectureCatalog
{
    public static IReadOnlyList<Architecture> All { get; } =
    [
        new(nameof(ResNet18), ResNet18.Summary, ResNet18.Architecture, () => Classify(new ResNet18(), static network => network.Logits)),
        new(nameof(UNet), UNet.Summary, UNet.Architecture, () => new Segmentation(new UNet())),
        new(nameof(Inception), Inception.Summary, Inception.Architecture, () => new TwoClassifications(new Inception())),
        new(nameof(MobileNetV2), MobileNetV2.Summary, MobileNetV2.Architecture, () => Classify(new MobileNetV2(), static network => network.Logits)),
    ];

    public static IEnumerable<string> Names => All.Select(architecture => architecture.Name);

    public static Architecture Find(string name) => All.Single(architecture => architecture.Name == name);

    private static Classification<T> Classify<T>(T network, Func<T, Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> logits)
        where T : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> => new(network, logits(network));
}
