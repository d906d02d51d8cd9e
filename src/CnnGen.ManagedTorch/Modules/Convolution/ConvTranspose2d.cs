using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>2-D transposed convolution of N × channels × height × width.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding, (long, long) output_padding, (long, long) dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2], [padding.Item1, padding.Item2],
            [dilation.Item1, dilation.Item2], [output_padding.Item1, output_padding.Item2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size)
    {
        RequireInput(input, 2);
        var ends = OutputPadding(input, output_size);
        return nn.functional.conv_transpose2d(input, weight, bias, stride, padding, ends, dilation, groups);
    }
}
