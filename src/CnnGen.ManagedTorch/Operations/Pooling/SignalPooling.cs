using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>1-D pooling: of images one row high.</summary>
internal static class SignalPooling
{
    public static Tensor Max(Tensor input, long window, long stride, long padding, long dilation, bool ceil) =>
        AsImages(input, "max_pool1d", images => PoolingOperation.Max("max_pool1d", images, (1, window), (1, stride), (0, padding), (1, dilation), ceil));

    public static Tensor Average(Tensor input, long window, long stride, long padding, bool ceil, bool countIncludePad) =>
        AsImages(
            input, "avg_pool1d",
            images => PoolingOperation.Average("avg_pool1d", images, (1, window), (1, stride), (0, padding), ceil, countIncludePad, null));

    /// <summary>Averages to a given length.</summary>
    public static Tensor Average(Tensor input, long target) =>
        AsImages(input, "adaptive_avg_pool1d", images => AdaptivePoolingOperation.Average(images, (1, target)));

    private static Tensor AsImages(Tensor input, string name, Func<Tensor, Tensor> pool)
    {
        if (input.Impl.Rank is not (2 or 3)) throw TorchError.Create($"{name}: expected 2D or 3D input, but got input of size {Geometry.Format(input.Impl.Shape)}");
        using var images = input.unsqueeze(-2);
        using var pooled = pool(images);
        return pooled.squeeze(-2);
    }
}
