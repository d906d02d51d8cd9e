using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                SignalPooling.Max(input, kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode);

            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                SignalPooling.Average(input, kernel_size, stride ?? kernel_size, padding ?? 0, ceil_mode, count_include_pad);

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => SignalPooling.Average(input, output_size);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, (kernel_size, kernel_size), Both(stride), Both(padding), Both(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                PoolingOperation.Max("max_pool2d", input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), dilation ?? (1, 1), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var window = Pairs.From(kernel_size, nameof(kernel_size));
                return PoolingOperation.Max(
                    "max_pool2d", input, window, Pairs.From(strides, window, nameof(strides)), Pairs.From(padding, (0, 0), nameof(padding)),
                    Pairs.From(dilation, (1, 1), nameof(dilation)), ceil_mode);
            }

            /// <summary>The maxima, and for each its place in the image (row · width + column).</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var window = Pairs.From(kernel_size, nameof(kernel_size));
                return PoolingOperation.MaxWithIndices(
                    input, window, Pairs.From(strides, window, nameof(strides)), Pairs.From(padding, (0, 0), nameof(padding)),
                    Pairs.From(dilation, (1, 1), nameof(dilation)), ceil_mode);
            }

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, (kernel_size, kernel_size), Both(stride), (padding, padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                PoolingOperation.Average("avg_pool2d", input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                var window = Pairs.From(kernel_size, nameof(kernel_size));
                return PoolingOperation.Average(
                    "avg_pool2d", input, window, Pairs.From(stride, window, nameof(stride)), Pairs.From(padding, (0, 0), nameof(padding)), ceil_mode, count_include_pad, divisor_override);
            }

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => AdaptivePoolingOperation.Average(input, (output_size, output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => AdaptivePoolingOperation.Average(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                AdaptivePoolingOperation.Average(input, Pairs.From(output_size, nameof(output_size)));

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                AdaptiveMaximum.Apply(input, Pairs.From(output_size, nameof(output_size)));

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

            private static (long, long)? Both(long? value) => value is { } v ? (v, v) : null;

            private static long[] Steps(long[]? values, long[] window, string name) =>
                values is null || values.Length == 0 ? window : AxisArguments.From(values.AsSpan(), window.Length, name);
        }
    }
}
