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
        using var rows = new ChannelRows(input.Impl);
        using var mean = Held.New([rows.Channels], ScalarType.Float32);
        using var scale = Held.New([rows.Channels], ScalarType.Float32);
        using var constants = Held.New([3, rows.Channels], ScalarType.Float32);
        if (training) Normalization.BatchStatistics(rows.Rows, rows.Channels, rows.Dense.ReadFloats, mean.Floats, scale.Floats);
        if (training) UpdateRunning(rows.Rows, mean.Impl, scale.Impl, runningMean, runningVariance, momentum);
        if (!training) CopyRunning(runningMean!, runningVariance!, mean.Impl, scale.Impl);
        Normalization.InvertDeviation(rows.Channels, scale.Floats, eps);

        using var gamma = Held.Arranged(weight, MemoryLayout.Contiguous);
        using var beta = Held.Arranged(bias, MemoryLayout.Contiguous);
        Normalization.Constants(rows.Channels, mean.Floats, scale.Floats, gamma.Floats, beta.Floats, constants.Floats);
        var result = (training ? null : LateConvolution.Normalized(input.Impl, constants.Impl)) ?? LateNormalization.Of(rows, constants.Impl);
        if (!Tape.Records(input, weight, bias)) return result;
        using var x = Held.Share(rows.Dense);
        var name = training ? TrainingStep : "BatchNormBackward";
        var rule = training ? TrainingRule : EvaluationRule;
        return gamma.IsNone
            ? Tape.Record(result, name, [input, weight, bias], [x, constants, scale], rule)
            : Tape.Record(result, name, [input, weight, bias], [x, constants, scale, gamma], rule);
    }

    /// <summary>Whether a step goes back through statistics of its own batch.</summary>
    public static bool IsTrainingStep(Node step) => step.Name == TrainingStep;

    // There is nothing to normalise and no statistic to follow; scale and shift get a gradient of zero.
    private static Tensor Empty(Tensor input, Tensor? weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        var shape = Array.ConvertAll(input.Impl.Shape, _ => 1L);
        shape[1] = input.Impl.Shape[1];
        var scaled = weight is null ? input.clone() : input.mul(weight.reshape(shape));
        return (bias is null ? scaled : scaled.add(bias.reshape(shape))).MoveToOuterDisposeScope();
    }

    private const string TrainingStep = "NativeBatchNormBackward";

    private static readonly BackwardRule TrainingRule = TrainingBackward;

    private static readonly BackwardRule EvaluationRule = EvaluationBackward;

    private static void TrainingBackward(Node node, Tensor gradient)
    {
        using var x = new ChannelRows(node.Saved(0).Impl);
        var (constants, scale, gamma) = (node.Saved(1), node.Saved(2), Gamma(node));
        var dx = x.NewLike();
        var dgamma = node.Wants(1) ? Tensor.New([x.Channels], ScalarType.Float32) : null;
        var dbeta = node.Wants(2) ? Tensor.New([x.Channels], ScalarType.Float32) : null;
        var normalization = new NormalizationGradient(
            x.Rows, x.Channels, x.Dense.ReadFloats, constants.Impl.Floats, scale.Impl.Floats, Pointer(gamma), dx.Impl.Floats, Pointer(dgamma), Pointer(dbeta));
        if (!LateGradient.Normalize(node, gradient.Impl, normalization))
        {
            using var dy = new ChannelRows(gradient.Impl);
            Normalization.BatchBackward(normalization, dy.Floats, default(IdentityFunction));
        }

        node.Give(0, dx);
        if (dgamma is not null) node.Give(1, dgamma);
        if (dbeta is not null) node.Give(2, dbeta);
    }

    // With fixed statistics this is a multiplication and an addition for each channel.
    private static void EvaluationBackward(Node node, Tensor gradient)
    {
        using var rows = new ChannelRows(gradient.Impl);
        var dy = rows.AsMatrix(rows.Dense);
        var (mean, scale) = (node.Saved(1).select(0, 0), node.Saved(2));
        if (node.Wants(0))
        {
            var factor = Gamma(node) is { } gamma ? scale.mul(gamma) : scale;
            var dx = rows.NewLike();
            rows.AsMatrix(dx.Impl).copy_(dy.mul(factor));
            node.Give(0, dx);
        }

        if (node.Wants(1)) node.Give(1, rows.AsMatrix(node.Saved(0).Impl).sub(mean).mul(scale).mul(dy).sum(0L));
        if (node.Wants(2)) node.Give(2, dy.sum(0L));
    }

    private static void UpdateRunning(long rows, TensorImpl mean, TensorImpl variance, Tensor? runningMean, Tensor? runningVariance, double momentum)
    {
        if (runningMean is not null) Mix(runningMean, mean, momentum, 1);
        if (runningVariance is not null) Mix(runningVariance, variance, momentum, rows / Math.Max(1.0, rows - 1));
    }

    private static void Mix(Tensor running, TensorImpl value, double momentum, double correction)
    {
        // What lies scattered is brought together first, and put back.
        using var dense = running.Arranged(MemoryLayout.Contiguous);
        var old = dense.Impl.Floats;
        var now = value.Floats;
        for (var c = 0; c < value.Count; c++)
            old[c] = (float)(((1 - momentum) * old[c]) + (momentum * correction * now[c]));
        if (dense.Impl != running.Impl) StridedCopy.Copy(dense.Impl, running.Impl);
        running.Impl.NoteWrite();
    }

    private static void CopyRunning(Tensor runningMean, Tensor runningVariance, TensorImpl mean, TensorImpl variance)
    {
        StridedCopy.Copy(runningMean.Impl, mean);
        StridedCopy.Copy(runningVariance.Impl, variance);
    }

    private static Tensor? Gamma(Node node) => node.SavedCount == 4 ? node.Saved(3) : null;

    private static float* Pointer(Tensor? tensor) => tensor is null ? null : tensor.Impl.Floats;

    private static void Check(Tensor input, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool training)
    {
        Tensor.RequireFloat32(input, "batch_norm");
        var shape = input.Impl.Shape;
        if (shape.Length < 2) throw TorchError.Create($"batch_norm: expected at least 2 dimensions, got shape {Geometry.Format(shape)}");
        if (!training && (runningMean is null || runningVariance is null)) throw TorchError.Create(
            "Expected running_mean and running_var to be defined when training=False");
        CheckChannels(runningMean, "running_mean", shape);
        CheckChannels(runningVariance, "running_var", shape);
        CheckChannels(weight, "weight", shape);
        CheckChannels(bias, "bias", shape);
        if (training && input.Impl.Count == shape[1])
            throw new ArgumentException($"Expected more than 1 value per channel when training, got input size {Geometry.Format(shape)}");
    }

    private static void CheckChannels(Tensor? tensor, string name, long[] shape)
    {
        if (tensor is null) return;
        if (tensor.dtype != ScalarType.Float32) Tensor.RequireFloat32(tensor, $"batch_norm: {name}");
        if (tensor.Impl.Count != shape[1])
            throw TorchError.Create($"{name} should contain {shape[1]} elements not {tensor.Impl.Count}: the input is {Geometry.Format(shape)}");
    }
}
