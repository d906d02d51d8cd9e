using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var window = AxisArguments.From(kernel_size.AsSpan(), 3, nameof(kernel_size));
                return VolumePooling.Max(
                    input, window, Steps(strides, window, nameof(strides)), AxisArguments.From(padding, 3, 0, nameof(padding)),
                    AxisArguments.From(dilation, 3, 1, nameof(dilation)), ceil_mode);
            }

            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                var window = AxisArguments.From(kernel_size.AsSpan(), 3, nameof(kernel_size));
                return VolumePooling.Average(
                    input, window, Steps(stride, window, nameof(stride)), AxisArguments.From(padding, 3, 0, nameof(padding)),
                    ceil_mode, count_include_pad, divisor_override);
            }

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => VolumePooling.Average(input, AxisArguments.All(output_size, 3));

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                VolumePooling.Average(input, [output_size.Item1, output_size.Item2, output_size.Item3]);

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                VolumePooling.Average(input, AxisArguments.From(output_size.AsSpan(), 3, nameof(output_size)));

            private static long[] Steps(long[]? values, long[] window, string name) =>
                values is null || values.Length == 0 ? window : AxisArguments.From(values.AsSpan(), window.Length, name);
        }
    }
}
