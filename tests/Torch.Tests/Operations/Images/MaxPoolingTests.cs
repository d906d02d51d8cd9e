using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class MaxPoolingTests
{
    [PyTorchTheory, Cases(40)]
    public void A_max_pool_of_any_size_stride_padding_and_dilation(int number)
    {
        var any = new Any(number);
        long[] kernel = [any.Between(1, 4), any.Between(1, 4)];
        long[] stride = [any.Between(1, 4), any.Between(1, 4)];
        long[] padding = [any.Between(0, (int)kernel[0] / 2), any.Between(0, (int)kernel[1] / 2)];
        long[] dilation = [any.Between(1, 2), any.Between(1, 2)];
        var ceil = any.Flag();
        PyTorchAgrees(
            any,
            $"F.max_pool2d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {Python.Of(ceil)})",
            x => F.max_pool2d(x, kernel, stride, padding, dilation, ceil),
            any.Distinct("x", any.Between(1, 3), any.Between(1, 19), any.Between(7, 14), any.Between(7, 14)));
    }

    [PyTorchTheory, Cases(6)]
    public void The_stride_is_the_pool_size_unless_given(int number)
    {
        var any = new Any(number);
        var size = any.Between(1, 4);
        PyTorchAgrees(
            any,
            $"F.max_pool2d(x, {size})",
            x => F.max_pool2d(x, size),
            any.Distinct("x", 2, 3, any.Between(4, 11), any.Between(4, 11)));
    }

    [PyTorchTheory, Cases(4)]
    public void Of_equal_values_the_first_gets_the_gradient(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.max_pool2d(F.relu(x), 2)",
            x => F.max_pool2d(F.relu(x), 2),
            any.Uniform("x", -3, 0.5, 2, 5, 8, 8));
    }

    [PyTorchTheory, Cases(40)]
    public void A_max_pool_of_signals_and_of_volumes(int number)
    {
        var any = new Any(number);
        var axes = any.OneOf(1, 3);
        var (kernel, stride, dilation) = (any.Axes(axes, 1, 3), any.Axes(axes, 1, 3), any.Axes(axes, 1, 2));
        long[] padding = [.. kernel.Select(size => any.Between(0, (int)size / 2))];
        var ceil = any.Flag();
        PyTorchAgrees(
            any,
            $"F.max_pool{axes}d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {Python.Of(ceil)})",
            x => axes == 1
                ? F.max_pool1d(x, kernel[0], stride[0], padding[0], dilation[0], ceil)
                : F.max_pool3d(x, kernel, stride, padding, dilation, ceil),
            any.Distinct("x", [any.Between(1, 3), any.Between(1, 9), .. any.Axes(axes, 5, 7)]));
    }

    [PyTorchTheory, Cases(6)]
    public void Of_equal_values_in_a_volume_the_first_gets_the_gradient(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.max_pool3d(F.relu(x), 2)",
            x => F.max_pool3d(F.relu(x), [2]),
            any.Uniform("x", -3, 0.5, 2, 3, 6, 6, 4));
    }

    [PyTorchTheory, Cases(4)]
    public void A_signal_or_volume_without_a_batch(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(any, "F.max_pool1d(x, 2)", x => F.max_pool1d(x, 2), any.Distinct("x", 3, 8));
        PyTorchAgrees(any, "F.max_pool3d(x, 2)", x => F.max_pool3d(x, [2, 2, 2]), any.Distinct("x", 3, 4, 5, 6));
    }

    [PyTorchTheory, Cases(12)]
    public void To_a_given_size(int number)
    {
        var any = new Any(number);
        var (height, width) = (any.Between(1, 7), any.Between(1, 7));
        PyTorchAgrees(
            any,
            $"F.adaptive_max_pool2d(x, ({height}, {width}))",
            x => F.adaptive_max_pool2d(x, [height, width]),
            any.Distinct("x", [any.Between(1, 3), any.Between(1, 5), .. any.Axes(2, 7, 11)]));
    }
}
