using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions have in common.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long[] output_padding,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="output_size">The size that the result is to have along the spatial axes; several fit where the stride is not one.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>What the result gets at the end of each axis, so that it has the size asked for.</summary>
    private protected long[] OutputPadding(Tensor input, long[]? output_size)
    {
        if (output_size is null) return output_padding;
        var axes = kernel_size.Length;
        var spatial = input.shape.AsSpan(^axes..);
        var wanted = output_size.Length == input.ndim ? output_size[^axes..] : output_size;
        if (wanted.Length != axes)
            throw new ArgumentException($"output_size must have {axes} or {input.ndim} elements, but has {output_size.Length}.", nameof(output_size));
        var ends = new long[axes];
        for (var i = 0; i < axes; i++)
        {
            var smallest = ((spatial[i] - 1) * stride[i]) - (2 * padding![i]) + (dilation[i] * (kernel_size[i] - 1)) + 1;
            ends[i] = wanted[i] - smallest;
            if (ends[i] < 0 || ends[i] >= stride[i])
                throw new ArgumentException($"Requested an output size of {wanted[i]}, but valid sizes range from {smallest} to {smallest + stride[i] - 1}.", nameof(output_size));
        }

        return ends;
    }
}
