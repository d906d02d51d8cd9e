using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Normalization of each channel of each example.</summary>
internal static class InstanceNormalization
{
    /// <summary>By the statistics of each example; the running ones get their mean over the batch.</summary>
    public static Tensor ByExample(
        Tensor input, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, double momentum, double eps)
    {
        var shape = input.Impl.Shape;
        if (shape.Length < 2) throw TorchError.Create($"instance_norm: expected at least 2 dimensions, got shape {Geometry.Format(shape)}");
        if (Geometry.ElementCount(shape.AsSpan(2)) == 1)
            throw new ArgumentException($"Expected more than 1 spatial element when training, got input size {Geometry.Format(shape)}");
        if (runningMean is not null) Tensor.RequireFloat32(runningMean, "instance_norm: running_mean");
        if (runningVariance is not null) Tensor.RequireFloat32(runningVariance, "instance_norm: running_var");
        if (runningMean is not null && runningVariance is not null) Update(input, runningMean, runningVariance, momentum);
        return RowNormOperation.Group(input, shape[1], weight, bias, eps);
    }

    private static void Update(Tensor input, Tensor runningMean, Tensor runningVariance, double momentum)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var rows = input.flatten(2);
        var mean = rows.mean([2], keepdim: true);
        var variance = rows.sub(mean).square().sum(2).div(rows.size(2) - 1);
        runningMean.mul_(1 - momentum).add_(mean.mean([0L, 2]).mul(momentum));
        runningVariance.mul_(1 - momentum).add_(variance.mean([0L]).mul(momentum));
    }
}
