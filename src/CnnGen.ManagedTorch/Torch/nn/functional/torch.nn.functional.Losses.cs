using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross entropy of scores (not probabilities) with Int64 class numbers, or with probabilities of the input's shape.</summary>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                LossOperations.CrossEntropy(input, target, weight, ignore_index, reduction, label_smoothing);

            /// <summary>Of log-probabilities, as <see cref="log_softmax"/> gives them.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                LossOperations.NegativeLogLikelihood(input, target, weight, -100, reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var difference = input.sub(target);
                using var losses = difference.square();
                return Reduce(LossTypes.WithGradientOfSame(losses, input, target), reduction);
            }

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var difference = input.sub(target);
                using var losses = difference.abs();
                return Reduce(losses, reduction);
            }

            /// <summary>Of probabilities; logarithms are not let below -100, as in PyTorch.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                RequireSameShape(input, target, "binary_cross_entropy");
                LossTypes.RequireSame(input, target);
                using var scope = NewDisposeScope();
                using (no_grad())
                {
                    if (input.numel() > 0 && !(input.min().ToDouble() >= 0 && input.max().ToDouble() <= 1))
                        throw TorchError.Create("all elements of input should be between 0 and 1");
                }

                var hit = target.mul(input.log().clamp(-100, null));
                var miss = (1 - target).mul((1 - input).log().clamp(-100, null));
                var losses = hit.add(miss).neg();
                if (weight is not null) losses = losses.mul(weight.In(losses.dtype));
                return Reduce(losses, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Of scores: the sigmoid is part of the loss, which keeps it exact far out.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                RequireSameShape(input, target, "binary_cross_entropy_with_logits");
                using var scope = NewDisposeScope();
                var losses = BinaryLoss.OfLogits(input, target, pos_weights);
                if (weight is not null) losses = losses.mul(weight.In(losses.dtype));
                return Reduce(losses, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Squared where the difference is below beta, straight beyond.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
            {
                if (beta < 0) throw TorchError.Create("smooth_l1_loss does not support negative values for beta.");
                using var scope = NewDisposeScope();
                var distance = input.sub(target).abs();
                var losses = beta == 0
                    ? distance
                    : distance.square().mul(0.5 / beta).where(distance.lt(beta), distance.sub(0.5 * beta));
                return Reduce(losses, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Squared where the difference is below delta, straight beyond; the straight part is delta times as steep as that of <see cref="smooth_l1_loss"/>.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
            {
                if (delta <= 0) throw TorchError.Create("huber_loss does not support non-positive values for delta.");
                using var scope = NewDisposeScope();
                var distance = input.sub(target).abs();
                var losses = distance.square().mul(0.5).where(distance.le(delta), distance.sub(0.5 * delta).mul(delta));
                return Reduce(LossTypes.WithGradientOfSame(losses, input, target), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Of log-probabilities. The target is log-probabilities too unless <paramref name="log_target"/> is false, as in TorchSharp (PyTorch's default is false).</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var losses = log_target
                    ? target.exp().mul(target.sub(input))
                    : Entropy(target).sub(target.mul(input));
                return Reduce(losses, reduction).MoveToOuterDisposeScope();
            }

            // t · log t, which is zero for t = 0.
            private static Tensor Entropy(Tensor target)
            {
                var positive = target.gt(0);
                var safe = target.where(positive, ones_like(target));
                return target.mul(safe.log());
            }

            private static Tensor Reduce(Tensor losses, Reduction reduction) =>
                reduction switch
                {
                    Reduction.None => losses.Share(),
                    Reduction.Sum => losses.sum(),
                    _ => losses.mean(),
                };

            private static void RequireSameShape(Tensor input, Tensor target, string name)
            {
                if (!input.Impl.Shape.AsSpan().SequenceEqual(target.Impl.Shape))
                    throw TorchError.Create(
                        $"{name}: Target size ({Geometry.Format(target.Impl.Shape)}) must be the same as input size ({Geometry.Format(input.Impl.Shape)})");
            }
        }
    }
}
