using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// Convolutions of volumes by convolutions of images: what a kernel reaches in depth is laid side by side in the channels
/// first, so that one fast pass sums over depth, height and width.
/// </summary>
internal static unsafe class VolumeConvolution
{
    /// <summary>y = x * w + bias; <paramref name="bias"/> may be null.</summary>
    /// <param name="kept">Where packed weights may stay.</param>
    public static void Forward(in VolumeSize size, float* x, TensorImpl w, float* bias, float* y, Rounding rounding, KeptWeights? kept = null)
    {
        if (size.IsFlat)
        {
            Convolution.Forward(size.Slice with { N = size.N * size.D }, x, w.Floats, bias, y, rounding, kept);
            return;
        }

        using var images = Images(size);
        using var weights = ChannelsOfTaps(w);
        DepthTaps.Gather(size, x, images.Impl.Floats);
        Convolution.Forward(size.AsImages, images.Impl.Floats, weights.Impl.Floats, bias, y, rounding);
    }

    /// <summary>The gradient of the input.</summary>
    public static void BackwardInput(in VolumeSize size, float* dy, TensorImpl w, float* dx, Rounding rounding)
    {
        if (size.IsFlat)
        {
            Convolution.BackwardInput(size.Slice with { N = size.N * size.D }, dy, w.Floats, dx, rounding);
            return;
        }

        using var images = Images(size);
        using var weights = ChannelsOfTaps(w);
        Convolution.BackwardInput(size.AsImages, dy, weights.Impl.Floats, images.Impl.Floats, rounding);
        DepthTaps.Sum(size, images.Impl.Floats, dx);
    }

    /// <summary>The gradient of weights of that shape and, unless <paramref name="db"/> is null, of the bias.</summary>
    public static Tensor BackwardWeight(in VolumeSize size, float* x, float* dy, long[] shape, float* db)
    {
        if (size.IsFlat)
        {
            var dw = Tensor.New(shape, ScalarType.Float32);
            Convolution.BackwardWeight(size.Slice with { N = size.N * size.D }, x, dy, dw.Impl.Floats, db);
            return dw;
        }

        using var images = Images(size);
        DepthTaps.Gather(size, x, images.Impl.Floats);
        using var byTap = Tensor.Unscoped(TensorImpl.New([shape[0], shape[2], shape[1], shape[3], shape[4]], ScalarType.Float32));
        Convolution.BackwardWeight(size.AsImages, images.Impl.Floats, dy, byTap.Impl.Floats, db);
        return byTap.permute(0, 2, 1, 3, 4);
    }

    private static Held Images(in VolumeSize size)
    {
        var images = size.AsImages;
        return Held.New([images.N, images.H, images.W, images.C], ScalarType.Float32);
    }

    // Filters × channels × depth × height × width, with depth before the channels, as the images have them.
    private static Held ChannelsOfTaps(TensorImpl weights)
    {
        using var plain = Tensor.Unscoped(weights.Window());
        using var byTap = plain.permute(0, 2, 1, 3, 4);
        return byTap.Arranged(MemoryLayout.Contiguous);
    }
}
