using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Without training, and at p = 0, each gives its input.
        public static partial class functional
        {
            // What SELU tends to far below zero: -scale·alpha.
            private const double AlphaPrime = -1.7580993408473766;

            /// <summary>Sets elements to zero with probability p and scales the others up; without training, nothing.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Dropped(input, p, training, inplace, input.Impl.Shape);

            /// <summary>Sets whole channels to zero: of (N, C, L), or of (C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (input.Impl.Rank is not (2 or 3))
                    throw TorchError.Create($"dropout1d: Expected 2D or 3D input, but received a {input.Impl.Rank}D input.");
                return Dropped(input, p, training, inplace, FeaturesOf(input, input.Impl.Rank == 2 ? 1 : 2));
            }

            /// <summary>Sets whole channels of (N, C, H, W) to zero.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Dropped(input, p, training, inplace, FeaturesOf(input, 2));

            /// <summary>Sets whole channels of (N, C, D, H, W) to zero.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Dropped(input, p, training, inplace, FeaturesOf(input, 2));

            /// <summary>Sets elements to SELU's limit with probability p, then scales and shifts so that mean 0 and variance 1 stay.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                AlphaDropped(input, p, training, inplace, input.Impl.Shape);

            /// <summary>The same for whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                AlphaDropped(input, p, training, inplace, FeaturesOf(input, 2));

            private static Tensor Dropped(Tensor input, double p, bool training, bool inplace, long[] noiseShape)
            {
                RequireProbability(p);
                if (!training || p == 0) return inplace ? input.Share() : input.alias();
                using var noise = Tensor.New(noiseShape, input.dtype);
                if (p == 1) noise.zero_();
                else noise.bernoulli_(1 - p).mul_(1 / (1 - p));
                return inplace ? input.mul_(noise).Share() : input.mul(noise);
            }

            private static Tensor AlphaDropped(Tensor input, double p, bool training, bool inplace, long[] noiseShape)
            {
                RequireProbability(p);
                if (!training || p == 0) return inplace ? input.Share() : input.alias();
                using var scope = NewDisposeScope();
                using var kept = Tensor.New(noiseShape, input.dtype);
                if (p == 1) kept.zero_();
                else kept.bernoulli_(1 - p);
                var scale = p == 1 ? 0 : 1 / Math.Sqrt(((AlphaPrime * AlphaPrime * p) + 1) * (1 - p));
                var factor = kept.mul(scale);
                var shift = kept.sub(1).mul(-AlphaPrime * scale).add(AlphaPrime * scale * -p);
                var result = inplace ? input.mul_(factor).add_(shift).Share() : input.mul(factor).add(shift);
                return result.MoveToOuterDisposeScope();
            }

            // One number for each of the first dimensions, the same for all that lies behind them.
            private static long[] FeaturesOf(Tensor input, int kept)
            {
                if (input.Impl.Rank < 2) throw TorchError.Create("Feature dropout requires at least 2 dimensions in the input");
                var shape = (long[])input.Impl.Shape.Clone();
                for (var i = kept; i < shape.Length; i++) shape[i] = 1;
                return shape;
            }

            private static void RequireProbability(double p)
            {
                if (!(p >= 0 && p <= 1)) throw TorchError.Create($"dropout probability has to be between 0 and 1, but got {p}");
            }
        }
    }
}
