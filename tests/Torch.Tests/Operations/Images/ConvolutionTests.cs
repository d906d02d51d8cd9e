using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ConvolutionTests
{
    [PyTorchTheory, Cases(80)]
    public void A_convolution_of_any_stride_padding_dilation_and_number_of_groups(int number)
    {
        var any = new Any(number);
        var groups = any.OneOf(1L, 1, 1, 2, 3);
        var (channels, filters) = (groups * any.Between(1, 5), groups * any.Between(1, 9));
        long[] kernel = [any.Between(1, 4), any.Between(1, 5)];
        long[] stride = [any.Between(1, 3), any.Between(1, 3)];
        long[] padding = [any.Between(0, 2), any.Between(0, 3)];
        long[] dilation = [any.Between(1, 2), any.Between(1, 3)];
        var height = Smallest(0) + any.Between(0, 9);
        var width = Smallest(1) + any.Between(0, 17);

        PyTorchAgrees(
            any,
            $"F.conv2d(x, w, b, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {groups})",
            (x, w, b) => F.conv2d(x, w, b, stride, padding, dilation, groups),
            any.Tensor("x", any.Between(1, 3), channels, height, width),
            any.Tensor("w", filters, channels / groups, kernel[0], kernel[1]),
            any.Tensor("b", filters));

        long Smallest(int axis) => Math.Max(1, (dilation[axis] * (kernel[axis] - 1)) + 1 - (2 * padding[axis]));
    }

    [PyTorchTheory, Cases(20)]
    public void A_convolution_of_the_sizes_that_networks_use(int number)
    {
        var any = new Any(number);
        var (channels, filters) = (any.OneOf(1L, 3, 16, 32, 33), any.OneOf(8L, 31, 32, 64));
        var kernel = any.OneOf(1L, 3, 5, 7);
        var stride = any.Between(1, 2);
        var padding = any.OneOf(0L, kernel / 2);
        var size = any.Between(14, 29);

        PyTorchAgrees(
            any,
            $"F.conv2d(x, w, b, {stride}, {padding})",
            (x, w, b) => F.conv2d(x, w, b, [stride, stride], [padding, padding]),
            any.Tensor("x", any.Between(1, 4), channels, size, size),
            any.Uniform("w", -0.1, 0.1, filters, channels, kernel, kernel),
            any.Tensor("b", filters));
    }

    [PyTorchTheory, Cases(40)]
    public void A_depthwise_convolution(int number)
    {
        var any = new Any(number);
        var channels = any.OneOf(any.Between(2, 40), 24L, 40, 112);
        var multiplier = any.OneOf(1L, 1, 2);
        var (stride, padding, dilation) = (any.OneOf(1L, 2, 2, 3), any.OneOf(0L, 1, 2), any.OneOf(1L, 1, 2));

        PyTorchAgrees(
            any,
            $"F.conv2d(x, w, None, {stride}, {padding}, {dilation}, {channels})",
            (x, w) => F.conv2d(x, w, null, [stride, stride], [padding, padding], [dilation, dilation], channels),
            any.Tensor("x", any.Between(1, 2), channels, any.Between(5, 12), any.Between(5, 40)),
            any.Tensor("w", channels * multiplier, 1, 3, 3));
    }

    [PyTorchTheory, Cases(10)]
    public void A_convolution_without_bias_and_with_the_default_arguments(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.conv2d(x, w)",
            (x, w) => F.conv2d(x, w),
            any.Tensor("x", any.Between(1, 5), 4, any.Between(3, 12), any.Between(2, 12)),
            any.Tensor("w", 6, 4, 3, 2));
    }

    [PyTorchTheory, Cases(60)]
    public void A_convolution_of_signals_and_of_volumes(int number)
    {
        var any = new Any(number);
        var axes = any.OneOf(1, 3);
        var groups = any.OneOf(1L, 1, 2, 3);
        var (channels, filters) = (groups * any.Between(1, 4), groups * any.Between(1, 5));
        var kernel = any.Axes(axes, 1, 4);
        var (stride, padding, dilation) = (any.Axes(axes, 1, 3), any.Axes(axes, 0, 2), any.Axes(axes, 1, 2));
        var sizes = any.SizesFor(kernel, padding, dilation);

        PyTorchAgrees(
            any,
            $"F.conv{axes}d(x, w, b, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {groups})",
            (x, w, b) => axes == 1
                ? F.conv1d(x, w, b, stride[0], padding[0], dilation[0], groups)
                : F.conv3d(x, w, b, stride, padding, dilation, groups),
            any.Tensor("x", [any.Between(1, 3), channels, .. sizes]),
            any.Tensor("w", [filters, channels / groups, .. kernel]),
            any.Tensor("b", filters));
    }

    [PyTorchTheory, Cases(12)]
    public void Padding_by_name_puts_an_odd_pixel_at_the_end(int number)
    {
        var any = new Any(number);
        var axes = 1 + (number % 3);
        var kernel = any.Axes(axes, 1, 4);
        var padding = any.OneOf(Padding.Same, Padding.Valid);

        PyTorchAgrees(
            any,
            $"F.conv{axes}d(x, w, None, 1, '{(padding == Padding.Same ? "same" : "valid")}')",
            (x, w) => axes switch
            {
                1 => F.conv1d_padding(x, w, null, 1, padding),
                2 => F.conv2d_padding(x, w, null, null, padding),
                _ => F.conv3d_padding(x, w, null, null, padding),
            },
            any.Tensor("x", [any.Between(1, 3), 3, .. any.Axes(axes, 4, 6)]),
            any.Tensor("w", [5, 3, .. kernel]));
    }

    [PyTorchTheory, Cases(6)]
    public void A_single_signal_or_volume_without_a_batch(int number)
    {
        var any = new Any(number);
        var axes = any.OneOf(1, 3);
        PyTorchAgrees(
            any,
            $"F.conv{axes}d(x, w)",
            (x, w) => axes == 1 ? F.conv1d(x, w) : F.conv3d(x, w),
            any.Tensor("x", [3, .. any.Axes(axes, 4, 6)]),
            any.Tensor("w", [5, 3, .. any.Axes(axes, 1, 3)]));
    }
}
