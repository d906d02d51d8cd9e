using CnnGen.Samples.Architectures;
using CnnGen.Samples.Mnist;

namespace CnnGen.Benchmarks.Networks;

/// <summary>All networks that are measured beside their peers.</summary>
internal static class NetworkCatalog
{
    /// <summary>How many of them are the notebook's.</summary>
    public const int NotebookNetworks = 6;

    private static readonly int[] Photo = [3, 224, 224];

    public static IReadOnlyList<NetworkEntry> All { get; } =
    [
        .. ModelCatalog.All.Select((model, place) =>
            new NetworkEntry(place + 1, model.Name, 64, [1, 28, 28], 10, () => new TrainableSubject(model.Create()))),
        new(7, nameof(ResNet18), 8, Photo, 1000, () => Sample(nameof(ResNet18))),
        new(8, nameof(MobileNetV2), 8, Photo, 1000, () => Sample(nameof(MobileNetV2))),
        new(9, nameof(Inception), 8, Photo, 1000, () => Sample(nameof(Inception))),
        new(10, nameof(UNet), 2, [1, 256, 256], 1, () => Sample(nameof(UNet))),
        new(11, nameof(Vgg16), 8, Photo, 1000, () => Own(new Vgg16(), Photo, 1000, static network => network.Logits)),
        new(12, nameof(OddChannels), 32, [3, 64, 64], 10, () => Own(new OddChannels(), [3, 64, 64], 10, static network => network.Logits)),
    ];

    public static NetworkEntry Find(string name) =>
        All.FirstOrDefault(network => network.IsCalled(name))
        ?? throw new InvalidOperationException($"there is no network {name}; there are {string.Join(", ", All.Select(network => network.Name))}.");

    private static ExerciseSubject Sample(string name) => new(ArchitectureCatalog.Find(name).Create());

    private static ExerciseSubject Own<T>(T network, int[] sizes, int classes, Func<T, Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> logits)
        where T : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> =>
        new(new PictureClasses(network, sizes, classes, logits(network)));
}
