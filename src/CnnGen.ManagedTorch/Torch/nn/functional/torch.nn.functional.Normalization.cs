using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalises each channel, by the batch's statistics or by the running ones, then scales and shifts by channel.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                BatchNormOperation.Apply(input, running_mean, running_var, weight, bias, training, momentum, eps);

            /// <summary>Normalises each group of channels of each example, then scales and shifts by channel.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                RowNormOperation.Group(input, num_groups, weight, bias, eps);

            /// <summary>Normalises over the last dimensions, then scales and shifts by element.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                RowNormOperation.Layer(input, normalized_shape, weight, bias, eps);

            /// <summary>Normalises each channel of each example, by its own statistics or by the running ones, then scales and shifts by channel.</summary>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05) =>
                use_input_stats
                    ? InstanceNormalization.ByExample(input, running_mean, running_var, weight, bias, momentum, eps)
                    : BatchNormOperation.Apply(input, running_mean, running_var, weight, bias, false, momentum, eps);

            /// <summary>Divides by (k + alpha · the mean square over <paramref name="size"/> neighbouring channels) to the power of beta.</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                if (input.ndim < 3) throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.ndim}");
                if (size <= 0) throw TorchError.Create($"local_response_norm: size must be positive, but got {size}");
                if (input.Impl.Count == 0) return input.alias();
                using var scope = NewDisposeScope();
                var squares = pad(input.square().reshape(input.size(0), 1, input.size(1), -1), [0, 0, size / 2, (size - 1) / 2]);
                var means = avg_pool2d(squares, (size, 1), (1, 1)).reshape(input.shape);
                return input.div(means.mul(alpha).add(k).pow(beta)).MoveToOuterDisposeScope();
            }
        }
    }
}
