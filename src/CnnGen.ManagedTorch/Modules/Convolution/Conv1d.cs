using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1-D convolution of N × channels × length.</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long in_channels, long out_channels, long kernel_size, long stride, long? padding, Padding? padding_type, long dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride],
            padding is { } pad ? [pad] : null, padding_type, [dilation],
            false, [0], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        RequireInput(input, 1);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var bordered = WithBorder(input);
            return nn.functional.conv1d(bordered, weight, bias, stride[0], 0, dilation[0], groups);
        }

        return padding_type is { } named
            ? nn.functional.conv1d_padding(input, weight, bias, stride[0], named, dilation[0], groups)
            : nn.functional.conv1d(input, weight, bias, stride[0], padding?[0], dilation[0], groups);
    }
}
