using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace CnnGen.Samples.Architectures;

/// <summary>One of a thousand classes for each image.</summary>
internal sealed class Classification<TNetwork>(TNetwork network, Func<Tensor, Tensor> logits) : IExercise
    where TNetwork : nn.Module<Tensor, Tensor>
{
    public nn.Module Network => network;

    public long[] ImageSizes => [3, 224, 224];

    public Tensor Targets(Tensor images) => randint(1000, new long[] { images.shape[0] });

    public Tensor Loss(Tensor images, Tensor targets) => cross_entropy(logits(images), targets);

    public void Dispose() => network.Dispose();
}

/// <summary>The same with a second, earlier answer, which counts 0.3 as in the paper.</summary>
internal sealed class TwoClassifications(Inception network) : IExercise
{
    private const double EarlyShare = 0.3;

    public nn.Module Network => network;

    public long[] ImageSizes => [3, 224, 224];

    public Tensor Targets(Tensor images) => randint(1000, new long[] { images.shape[0] });

    public Tensor Loss(Tensor images, Tensor targets)
    {
        var (classes, earlyClasses) = network.call(images);
        return nll_loss(classes.log(), targets) + (nll_loss(earlyClasses.log(), targets) * EarlyShare);
    }

    public void Dispose() => network.Dispose();
}

/// <summary>Yes or no for each pixel: is it bright?</summary>
internal sealed class Segmentation(UNet network) : IExercise
{
    public nn.Module Network => network;

    public long[] ImageSizes => [1, 256, 256];

    public Tensor Targets(Tensor images) => images.gt(0).to(float32);

    public Tensor Loss(Tensor images, Tensor targets) => binary_cross_entropy_with_logits(network.Logits(images), targets);

    public void Dispose() => network.Dispose();
}
