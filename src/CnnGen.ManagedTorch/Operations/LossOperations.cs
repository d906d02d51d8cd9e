using CnnGen.ManagedTorch.Autograd;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnGen.ManagedTorch;

/// <summary>Losses on class numbers: the negative log-likelihood and what builds on it.</summary>
internal static unsafe class LossOperations
{
    /// <summary>Cross entropy of scores, against class numbers or against probabilities.</summary>
    public static Tensor CrossEntropy(Tensor input, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction, double smoothing)
    {
        if (smoothing is < 0 or > 1) throw TorchError.Create($"label_smoothing must be between 0.0 and 1.0. Got: {smoothing}");
        var classDim = input.ndim == 1 ? 0 : 1;
        using var scope = NewDisposeScope();
        var logs = input.log_softmax(classDim);
        if (target.dtype.IsFloating()) return ProbabilityLoss(logs, target, weight, reduction, smoothing, classDim).MoveToOuterDisposeScope();

        var loss = NegativeLogLikelihood(logs, target, weight, ignoreIndex, reduction);
        if (smoothing == 0) return loss.MoveToOuterDisposeScope();
        var smooth = SmoothLoss(logs, target, weight, ignoreIndex, reduction, classDim);
        return loss.mul(1 - smoothing).add(smooth.mul(smoothing / logs.size(classDim))).MoveToOuterDisposeScope();
    }

    public static Tensor NegativeLogLikelihood(Tensor logs, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction)
    {
        Check(logs, target, weight, out var classes);
        using var rows = RowsOfClasses(logs);
        using var labels = target.Arranged(MemoryLayout.Contiguous);
        using var factors = Factors(labels.Impl, weight, ignoreIndex, classes, out var total);
        using var losses = Held.New(target.Impl.Shape, ScalarType.Float32);
        var sum = 0.0;
        var from = rows.Floats;
        var to = losses.Floats;
        var labelAt = (long*)labels.Impl.Pointer;
        var factorAt = factors.Floats;
        for (long i = 0; i < labels.Impl.Count; i++)
        {
            to[i] = factorAt[i] == 0 ? 0 : -from[(i * classes) + labelAt[i]] * factorAt[i];
            sum += to[i];
        }

        var result = reduction == Reduction.None ? losses.Handle() : tensor((float)(reduction == Reduction.Mean ? sum / total : sum));
        if (!Tape.Records(logs)) return result;
        var scale = reduction == Reduction.Mean ? 1 / total : 1;
        return Tape.Record(result, "NllLossBackward", [logs], [labels, factors], new LikelihoodState(classes, scale), static (node, in state, gradient) =>
            node.Give(0, LikelihoodGradient(node, gradient, state.Classes, state.Scale)));
    }

    private readonly record struct LikelihoodState(long Classes, double Scale);

    private static Tensor LikelihoodGradient(Node node, Tensor gradient, long classes, double scale)
    {
        var (labels, factors) = (node.Saved(0), node.Saved(1));
        using var dy = gradient.Arranged(MemoryLayout.Contiguous, labels.Impl.Shape, ScalarType.Float32);
        var count = labels.Impl.Count;
        var rows = Tensor.New([count, classes], ScalarType.Float32).zero_();
        for (long i = 0; i < count; i++)
        {
            var factor = factors.Impl.Floats[i];
            if (factor != 0) rows.Impl.Floats[(i * classes) + ((long*)labels.Impl.Pointer)[i]] = (float)(-factor * scale * dy.Impl.Floats[i]);
        }

        var shape = node.InputShape(0);
        if (shape.Length <= 2) return rows.reshape(shape);
        return rows.reshape([shape[0], .. shape.AsSpan(2), classes]).MoveDimension(-1, 1);
    }

    // The weight of each element's class; zero where the element is to be ignored.
    private static Held Factors(TensorImpl labels, Tensor? weight, long ignoreIndex, long classes, out double total)
    {
        using var weights = Held.Arranged(weight, MemoryLayout.Contiguous);
        var factors = Held.New([labels.Count], ScalarType.Float32);
        total = 0;
        for (long i = 0; i < labels.Count; i++)
        {
            var label = ((long*)labels.Pointer)[i];
            if (label != ignoreIndex && (label < 0 || label >= classes))
                throw TorchError.Index($"Target {label} is out of bounds: there are {classes} classes, 0 to {classes - 1}.");
            var factor = label == ignoreIndex ? 0 : weights.IsNone ? 1 : weights.Floats[label];
            factors.Floats[i] = factor;
            total += factor;
        }

        return factors;
    }

    private static Tensor SmoothLoss(Tensor logs, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction, int classDim)
    {
        var weighted = weight is null ? logs : logs.mul(AlongClasses(weight, logs, classDim));
        var losses = weighted.sum(classDim).neg().masked_fill(target.eq(ignoreIndex), 0);
        if (reduction == Reduction.None) return losses;
        if (reduction == Reduction.Sum) return losses.sum();
        using var labels = target.Arranged(MemoryLayout.Contiguous);
        using var factors = Factors(labels.Impl, weight, ignoreIndex, logs.size(classDim), out var total);
        return losses.sum().div(total);
    }

    private static Tensor ProbabilityLoss(Tensor logs, Tensor target, Tensor? weight, Reduction reduction, double smoothing, int classDim)
    {
        if (!target.Impl.Shape.AsSpan().SequenceEqual(logs.Impl.Shape))
            throw TorchError.Create($"Expected floating point target with class probabilities to have the input's shape {Geometry.Format(logs.Impl.Shape)}, but got {Geometry.Format(target.Impl.Shape)}");
        var classes = logs.size(classDim);
        var wanted = smoothing == 0 ? target : target.mul(1 - smoothing).add(smoothing / classes);
        var products = logs.mul(wanted);
        if (weight is not null) products = products.mul(AlongClasses(weight, logs, classDim));
        var losses = products.sum(classDim).neg();
        return reduction switch
        {
            Reduction.None => losses,
            Reduction.Sum => losses.sum(),
            _ => losses.sum().div((double)logs.numel() / classes),
        };
    }

    private static Tensor AlongClasses(Tensor weight, Tensor logs, int classDim)
    {
        var shape = new long[logs.ndim];
        Array.Fill(shape, 1);
        shape[classDim] = -1;
        return weight.reshape(shape);
    }

    private static Held RowsOfClasses(Tensor logs)
    {
        if (logs.Impl.Rank <= 2) return logs.Arranged(MemoryLayout.Contiguous);
        using var plain = logs.Detached();
        using var moved = plain.MoveDimension(1, -1);
        return moved.Arranged(MemoryLayout.Contiguous);
    }

    private static void Check(Tensor logs, Tensor target, Tensor? weight, out long classes)
    {
        Tensor.RequireFloat32(logs, "nll_loss");
        if (target.dtype != ScalarType.Int64) throw TorchError.Create($"expected scalar type Long but found {target.dtype.Name()}: class numbers must be Int64");
        var shape = logs.Impl.Shape;
        if (shape.Length == 0) throw TorchError.Create("input tensor should be 1D or more");
        classes = shape.Length == 1 ? shape[0] : shape[1];
        if (!IsTargetOf(target.Impl.Shape, shape))
        {
            long[] expected = shape.Length == 1 ? [] : [shape[0], .. shape.AsSpan(2)];
            throw TorchError.Create(
                $"Expected target size {Geometry.Format(expected)} for input {Geometry.Format(shape)}, got {Geometry.Format(target.Impl.Shape)}");
        }

        if (weight is null) return;
        Tensor.RequireFloat32(weight, "nll_loss: weight");
        if (weight.Impl.Count != classes)
            throw TorchError.Create($"weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {Geometry.Format(weight.Impl.Shape)}");
    }

    // The scores' shape without the classes.
    private static bool IsTargetOf(ReadOnlySpan<long> target, ReadOnlySpan<long> scores) =>
        scores.Length == 1
            ? target.IsEmpty
            : target.Length == scores.Length - 1 && target[0] == scores[0] && target[1..].SequenceEqual(scores[2..]);
}
