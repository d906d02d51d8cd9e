using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>3-D convolution of N × channels × depth × height × width.</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride, (long, long, long)? padding, Padding? padding_type, (long, long, long) dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv3d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], [stride.Item1, stride.Item2, stride.Item3],
            padding is var (depth, height, width) ? [depth, height, width] : null, padding_type, [dilation.Item1, dilation.Item2, dilation.Item3],
            false, [0, 0, 0], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        RequireInput(input, 3);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var bordered = WithBorder(input);
            return nn.functional.conv3d(bordered, weight, bias, stride, null, dilation, groups);
        }

        return padding_type is { } named
            ? nn.functional.conv3d_padding(input, weight, bias, stride, named, dilation, groups)
            : nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
