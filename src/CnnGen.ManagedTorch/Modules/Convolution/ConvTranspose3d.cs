using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>3-D transposed convolution of N × channels × depth × height × width.</summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(
        long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride, (long, long, long) padding, (long, long, long) output_padding, (long, long, long) dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose3d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], [stride.Item1, stride.Item2, stride.Item3], [padding.Item1, padding.Item2, padding.Item3],
            [dilation.Item1, dilation.Item2, dilation.Item3], [output_padding.Item1, output_padding.Item2, output_padding.Item3], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size)
    {
        RequireInput(input, 3);
        var ends = OutputPadding(input, output_size);
        return nn.functional.conv_transpose3d(input, weight, bias, stride, padding, ends, dilation, groups);
    }
}
