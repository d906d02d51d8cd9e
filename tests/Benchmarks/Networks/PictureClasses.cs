using CnnGen.Samples.Architectures;
using static TorchSharp.torch.nn.functional;
using static TorchSharp.torch;

namespace CnnGen.Benchmarks.Networks;

/// <summary>The sample's exercise of classes for images of any size: one of so many for each image.</summary>
internal sealed class PictureClasses(nn.Module network, int[] sizes, int classes, Func<Tensor, Tensor> logits) : IExercise
{
    public nn.Module Network => network;

    public long[] ImageSizes => [.. sizes];

    public Tensor Targets(Tensor images) => randint(classes, new long[] { images.shape[0] });

    public Tensor Loss(Tensor images, Tensor targets) => cross_entropy(logits(images), targets);

    public void Dispose() => network.Dispose();
}
