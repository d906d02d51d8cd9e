using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Batch normalization over dimension 1: by the batch's own statistics in training, else by the running ones.</summary>
internal static unsafe class BatchNormOperation
{
    public static Tensor Apply(
        Tensor input, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
    {
        Check(input, runningMean, runningVariance, weight, bias, training);
        if (input.Impl.Count == 0) return Empty(input, weight, bias);
        using var rows = new ChannelRows(input);
        using var mean = Tensor.Unscoped(TensorImpl.New([rows.Channels], ScalarType.Float32));
        using var scale = Tensor.Unscoped(TensorImpl.New([rows.Channels], ScalarType.Float32));
        if (training) Normalization.BatchStatistics(rows.Rows, rows.Channels, rows.Floats, mean.Impl.Floats, scale.Impl.Floats);
        if (training) UpdateRunning(rows, mean, scale, runningMean, runningVariance, momentum);
        if (!training) CopyRunning(runningMean!, runningVariance!, mean, scale);
        InvertDeviation(scale, eps);

        using var gamma = weight?.Arranged(MemoryLayout.Contiguous);
        using var beta = bias?.Arranged(MemoryLayout.Contiguous);
        var result = rows.NewLike();
        Normalization.BatchApply(
            rows.Rows, rows.Channels, rows.Floats, mean.Impl.Floats, scale.Impl.Floats, Pointer(gamma), Pointer(beta), result.Impl.Floats);
        if (!Tape.Records(input, weight, bias)) return result;
        Tensor[] saved = gamma is null ? [rows.Dense, mean, scale] : [rows.Dense, mean, scale, gamma];
        return Tape.Record(result, "BatchNormBackward", [input, weight, bias], saved, training
            ? (node, gradient) => TrainingBackward(node, gradient, gammaSaved: saved.Length == 4)
            : (node, gradient) => EvaluationBackward(node, gradient, gammaSaved: saved.Length == 4));
    }

    // There is nothing to normalise and no statistic to follow; scale and shift get a gradient of zero.
    private static Tensor Empty(Tensor input, Tensor? weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        var shape = Array.ConvertAll(input.Impl.Shape, _ => 1L);
        shape[1] = input.Impl.Shape[1];
        var scaled = weight is null ? input.clone() : input.mul(weight.reshape(shape));
        return (bias is null ? scaled : scaled.add(bias.reshape(shape))).MoveToOuterDisposeScope();
    }

    private static void TrainingBackward(Node node, Tensor gradient, bool gammaSaved)
    {
        using var dy = new ChannelRows(gradient);
        var (x, mean, scale) = (node.Saved(0), node.Saved(1), node.Saved(2));
        var gamma = gammaSaved ? node.Saved(3) : null;
        var dx = dy.NewLike();
        var dgamma = node.Wants(1) ? Tensor.New([dy.Channels], ScalarType.Float32) : null;
        var dbeta = node.Wants(2) ? Tensor.New([dy.Channels], ScalarType.Float32) : null;
        Normalization.BatchBackward(
            dy.Rows, dy.Channels, x.Impl.Floats, dy.Floats, mean.Impl.Floats, scale.Impl.Floats, Pointer(gamma), dx.Impl.Floats, Pointer(dgamma), Pointer(dbeta));
        node.Give(0, dx);
        if (dgamma is not null) node.Give(1, dgamma);
        if (dbeta is not null) node.Give(2, dbeta);
    }

    // With fixed statistics this is a multiplication and an addition for each channel.
    private static void EvaluationBackward(Node node, Tensor gradient, bool gammaSaved)
    {
        using var rows = new ChannelRows(gradient);
        var dy = rows.AsMatrix(rows.Dense);
        var (mean, scale) = (node.Saved(1), node.Saved(2));
        if (node.Wants(0))
        {
            var factor = gammaSaved ? scale.mul(node.Saved(3)) : scale;
            var dx = rows.NewLike();
            rows.AsMatrix(dx).copy_(dy.mul(factor));
            node.Give(0, dx);
        }

        if (node.Wants(1)) node.Give(1, rows.AsMatrix(node.Saved(0)).sub(mean).mul(scale).mul(dy).sum(0L));
        if (node.Wants(2)) node.Give(2, dy.sum(0L));
    }

    private static void UpdateRunning(ChannelRows rows, Tensor mean, Tensor variance, Tensor? runningMean, Tensor? runningVariance, double momentum)
    {
        if (runningMean is not null) Mix(runningMean, mean, momentum, 1);
        if (runningVariance is not null) Mix(runningVariance, variance, momentum, rows.Rows / Math.Max(1.0, rows.Rows - 1));
    }

    private static void Mix(Tensor running, Tensor value, double momentum, double correction)
    {
        var old = running.Impl.Floats;
        var now = value.Impl.Floats;
        for (var c = 0; c < value.Impl.Count; c++)
            old[c] = (float)(((1 - momentum) * old[c]) + (momentum * correction * now[c]));
        running.Impl.NoteWrite();
    }

    private static void CopyRunning(Tensor runningMean, Tensor runningVariance, Tensor mean, Tensor variance)
    {
        StridedCopy.Copy(runningMean.Impl, mean.Impl);
        StridedCopy.Copy(runningVariance.Impl, variance.Impl);
    }

    private static void InvertDeviation(Tensor variance, double eps)
    {
        var values = variance.Impl.Floats;
        for (var c = 0; c < variance.Impl.Count; c++) values[c] = (float)(1 / Math.Sqrt(values[c] + eps));
    }

    private static float* Pointer(Tensor? tensor) => tensor is null ? null : tensor.Impl.Floats;

    private static void Check(Tensor input, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool training)
    {
        Tensor.RequireFloat32(input, "batch_norm");
        var shape = input.Impl.Shape;
        if (shape.Length < 2) throw TorchError.Create($"batch_norm: expected at least 2 dimensions, got shape {Geometry.Format(shape)}");
        if (!training && (runningMean is null || runningVariance is null)) throw TorchError.Create(
            "Expected running_mean and running_var to be defined when training=False");
        foreach (var (tensor, name) in new[] { (runningMean, "running_mean"), (runningVariance, "running_var"), (weight, "weight"), (bias, "bias") })
        {
            if (tensor is null) continue;
            Tensor.RequireFloat32(tensor, $"batch_norm: {name}");
            if (tensor.Impl.Count != shape[1])
                throw TorchError.Create($"{name} should contain {shape[1]} elements not {tensor.Impl.Count}: the input is {Geometry.Format(shape)}");
        }

        if (training && input.Impl.Count == shape[1])
            throw new ArgumentException($"Expected more than 1 value per channel when training, got input size {Geometry.Format(shape)}");
    }
}
