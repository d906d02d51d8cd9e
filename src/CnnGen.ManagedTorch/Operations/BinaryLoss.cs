using CnnGen.ManagedTorch.Autograd;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Binary cross entropy of scores, without taking the logarithm of a probability.</summary>
internal static class BinaryLoss
{
    // In the target's type, as PyTorch has it.
    // (1 - t)·x + (1 + (p - 1)·t)·log(1 + exp(-x)), with p = 1 unless positives are weighted.
    public static Tensor OfLogits(Tensor input, Tensor target, Tensor? positiveWeights)
    {
        var fall = 1 - target;
        var rise = positiveWeights is null ? null : (positiveWeights - 1) * target + 1;
        var softplus = Softplus(input.neg());
        var loss = fall.mul(input).add(rise is null ? softplus : softplus.mul(rise));
        return fall.is_floating_point() ? loss.In(fall.dtype) : loss;
    }

    private static Tensor Softplus(Tensor x)
    {
        Tensor result;
        using (no_grad())
            result = x.clamp(0, null).add(x.abs().neg().exp().log1p());
        return Tape.Records(x)
            ? Tape.Record(result, "SoftplusBackward", [x], [x], static (node, gradient) => node.Give(0, gradient.mul(node.Saved(0).sigmoid())))
            : result;
    }
}
