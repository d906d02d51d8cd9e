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
            padding is var (height, width) ? [height, width] : null, padding_type, [dilation.Item1, dilation.Item2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        var rank = input.ndim;
        if (rank is not (3 or 4) || input.size((int)rank - 3) != in_channels)
        {
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d, but got shape [{string.Join(", ", input.shape)}].");
        }

        return padding_type is { } named
            ? nn.functional.conv2d_padding(input, weight, bias, stride, named, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
