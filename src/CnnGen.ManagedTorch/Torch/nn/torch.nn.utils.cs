using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Work on the gradients or the values of several parameters.</summary>
        public static class utils
        {
            /// <summary>Scales all gradients down together so that their norm is at most <paramref name="max_norm"/>; returns the norm before.</summary>
            public static unsafe double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                var gradients = GradientsOf(tensors);
                var norm = 0.0;
                foreach (var gradient in gradients)
                {
                    using var dense = gradient.Arranged(MemoryLayout.Contiguous, gradient.Impl.Shape, ScalarType.Float32);
                    var count = dense.Impl.Count;
                    var values = dense.Impl.Floats;
                    norm = norm_type switch
                    {
                        2 => norm + CnnGen.ManagedTorch.Kernels.Reduction.SumOfSquares(count, values),
                        1 => norm + CnnGen.ManagedTorch.Kernels.Reduction.SumOfAbsolutes(count, values),
                        double.PositiveInfinity => Math.Max(norm, LargestMagnitude(count, values)),
                        _ => norm + SumOfPowers(count, values, norm_type),
                    };
                }

                if (!double.IsPositiveInfinity(norm_type) && norm_type != 1) norm = Math.Pow(norm, 1 / norm_type);
                var scale = max_norm / (norm + 1e-6);
                if (scale < 1) foreach (var gradient in gradients) gradient.mul_(scale);
                foreach (var gradient in gradients) gradient.Dispose();
                return norm;
            }

            /// <summary>Limits every element of every gradient.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var noGrad = no_grad();
                foreach (var gradient in GradientsOf(tensors))
                {
                    gradient.clamp_(-clip_value, clip_value);
                    gradient.Dispose();
                }
            }

            private static List<Tensor> GradientsOf(IEnumerable<Parameter> tensors)
            {
                var gradients = new List<Tensor>();
                foreach (var tensor in tensors)
                {
                    if (Gradients.Read(tensor.Impl) is not { } gradient) continue;
                    gradient.Retain();
                    gradients.Add(Tensor.Unscoped(gradient));
                }

                return gradients;
            }

            private static unsafe double LargestMagnitude(long count, float* values)
            {
                var largest = 0.0;
                for (long i = 0; i < count; i++) largest = Math.Max(largest, Math.Abs(values[i]));
                return largest;
            }

            private static unsafe double SumOfPowers(long count, float* values, double power)
            {
                var sum = 0.0;
                for (long i = 0; i < count; i++) sum += Math.Pow(Math.Abs(values[i]), power);
                return sum;
            }
        }
    }
}
