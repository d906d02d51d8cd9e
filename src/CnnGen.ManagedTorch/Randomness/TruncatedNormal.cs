using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Randomness;

/// <summary>A normal distribution without its ends: uniform numbers through the inverse of its cumulative distribution, as PyTorch does.</summary>
internal static class TruncatedNormal
{
    public static void Fill(Tensor tensor, double mean, double std, double a, double b, Generator? generator)
    {
        Tensor.RequireFloat32(tensor, "trunc_normal_");
        var low = SpecialFunctions.NormalCumulative((a - mean) / std);
        var high = SpecialFunctions.NormalCumulative((b - mean) / std);
        using var numbers = Tensor.Unscoped(TensorImpl.New(tensor.Impl.Shape, ScalarType.Float32));
        numbers.uniform_((2 * low) - 1, (2 * high) - 1, generator);
        using var noGrad = no_grad();
        tensor.copy_(numbers.erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
    }
}
