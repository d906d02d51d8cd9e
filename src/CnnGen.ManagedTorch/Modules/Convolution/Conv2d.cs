using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>2-D convolution of N × channels × height × width.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long)? padding, Padding? padding_type, (long, long) dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2],
            padding is var (height, width) ? [height, width] : null, padding_type, [dilation.Item1, dilation.Item2],
            false, [0, 0], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        RequireInput(input, 2);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var bordered = WithBorder(input);
            return nn.functional.conv2d(bordered, weight, bias, stride, null, dilation, groups);
        }

        return padding_type is { } named
            ? nn.functional.conv2d_padding(input, weight, bias, stride, named, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
