using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="weight">Filters × (channels / groups) × length.</param>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply(
                    "conv1d", input, weight, bias,
                    ConvolutionWindow.Symmetric(1, AxisArguments.All(stride, 1), AxisArguments.All(padding, 1), AxisArguments.All(dilation, 1), groups));

            /// <summary>With padding by name; 'same' puts an odd pixel at the end.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply(
                    "conv1d", input, weight, bias,
                    ConvolutionWindow.Named(1, AxisArguments.All(stride, 1), padding, AxisArguments.All(dilation, 1), groups, weight));

            /// <param name="weight">Filters × (channels / groups) × height × width.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply("conv2d", input, weight, bias, ConvolutionWindow.Symmetric(2, strides, padding, dilation, groups));

            /// <summary>With padding by name; 'same' puts an odd row or column at the bottom or the right.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply("conv2d", input, weight, bias, ConvolutionWindow.Named(2, strides, padding, dilation, groups, weight));

            /// <param name="weight">Filters × (channels / groups) × depth × height × width.</param>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply("conv3d", input, weight, bias, ConvolutionWindow.Symmetric(3, strides, padding, dilation, groups));

            /// <summary>With padding by name; 'same' puts an odd pixel at the end.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                ConvolutionOperation.Apply("conv3d", input, weight, bias, ConvolutionWindow.Named(3, strides, padding, dilation, groups, weight));

            /// <param name="weight">Channels × (filters / groups) × length.</param>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                Transposed(
                    1, input, weight, bias, AxisArguments.All(stride, 1), AxisArguments.All(padding, 1), AxisArguments.All(output_padding, 1),
                    AxisArguments.All(dilation, 1), groups);

            /// <param name="weight">Channels × (filters / groups) × height × width.</param>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Transposed(2, input, weight, bias, strides, padding, output_padding, dilation, groups);

            /// <param name="weight">Channels × (filters / groups) × depth × height × width.</param>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Transposed(3, input, weight, bias, strides, padding, output_padding, dilation, groups);

            private static Tensor Transposed(
                int axes, Tensor input, Tensor weight, Tensor? bias, long[]? strides, long[]? padding, long[]? output_padding, long[]? dilation, long groups) =>
                TransposedConvolutionOperation.Apply(
                    $"conv_transpose{axes}d", input, weight, bias, ConvolutionWindow.Symmetric(axes, strides, padding, dilation, groups),
                    AxisArguments.From(output_padding, axes, 0, nameof(output_padding)));
        }
    }
}
