using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="weight">Filters × (channels / groups) × height × width.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                var (padH, padW) = Pairs.From(padding, (0, 0), nameof(padding));
                return ConvolutionOperation.Apply(
                    input, weight, bias, Pairs.From(strides, (1, 1), nameof(strides)), (padH, padW, padH, padW), Pairs.From(dilation, (1, 1), nameof(dilation)), groups);
            }

            /// <summary>With padding by name; 'same' puts an odd row or column at the bottom or the right.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
            {
                var (stride, spread) = (Pairs.From(strides, (1, 1), nameof(strides)), Pairs.From(dilation, (1, 1), nameof(dilation)));
                if (padding == Padding.Same && stride != (1, 1)) throw TorchError.Create("padding='same' is not supported for strided convolutions");
                if (padding == Padding.Valid || weight.Impl.Rank != 4) return ConvolutionOperation.Apply(input, weight, bias, stride, (0, 0, 0, 0), spread, groups);
                var (totalH, totalW) = (spread.H * (weight.Impl.Shape[2] - 1), spread.W * (weight.Impl.Shape[3] - 1));
                return ConvolutionOperation.Apply(
                    input, weight, bias, stride, (totalH / 2, totalW / 2, totalH - (totalH / 2), totalW - (totalW / 2)), spread, groups);
            }
        }
    }
}
