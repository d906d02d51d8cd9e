using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class AveragePoolingTests
{
    [PyTorchTheory, Cases(40)]
    public void An_average_pool_of_any_size_stride_padding_and_divisor(int number)
    {
        var any = new Any(number);
        long[] kernel = [any.Between(1, 4), any.Between(1, 4)];
        long[] stride = [any.Between(1, 4), any.Between(1, 4)];
        long[] padding = [any.Between(0, (int)kernel[0] / 2), any.Between(0, (int)kernel[1] / 2)];
        var (ceil, countPadding) = (any.Flag(), any.Flag());
        long? divisor = any.Flag(0.3) ? any.Between(1, 5) : null;
        PyTorchAgrees(
            any,
            $"F.avg_pool2d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(ceil)}, {Python.Of(countPadding)}, {Python.Of(divisor)})",
            x => F.avg_pool2d(x, kernel, stride, padding, ceil, countPadding, divisor),
            any.Tensor("x", any.Between(1, 3), any.Between(1, 19), any.Between(5, 14), any.Between(5, 14)));
    }

    [PyTorchTheory, Cases(6)]
    public void The_stride_is_the_pool_size_unless_given(int number)
    {
        var any = new Any(number);
        var size = any.Between(1, 4);
        PyTorchAgrees(
            any,
            $"F.avg_pool2d(x, {size})",
            x => F.avg_pool2d(x, size),
            any.Tensor("x", 2, 3, any.Between(4, 11), any.Between(4, 11)));
    }

    [PyTorchTheory, Cases(12)]
    public void An_adaptive_average_pool_to_any_size(int number)
    {
        var any = new Any(number);
        long[] size = [any.Between(1, 8), any.Between(1, 8)];
        PyTorchAgrees(
            any,
            $"F.adaptive_avg_pool2d(x, {Python.Of(size)})",
            x => F.adaptive_avg_pool2d(x, size),
            any.Tensor("x", any.Between(1, 3), any.Between(1, 9), any.Between(1, 12), any.Between(1, 12)));
    }

    [PyTorchTheory, Cases(4)]
    public void A_global_average_pool(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.adaptive_avg_pool2d(x, 1)",
            x => F.adaptive_avg_pool2d(x, 1),
            any.Tensor("x", any.Between(1, 5), any.Between(1, 33), any.Between(1, 9), any.Between(1, 9)));
    }

    [PyTorchTheory, Cases(40)]
    public void An_average_pool_of_signals_and_of_volumes(int number)
    {
        var any = new Any(number);
        var axes = any.OneOf(1, 3);
        var (kernel, stride) = (any.Axes(axes, 1, 3), any.Axes(axes, 1, 3));
        long[] padding = [.. kernel.Select(size => any.Between(0, (int)size / 2))];
        var (ceil, countPadding) = (any.Flag(), any.Flag());
        long? divisor = axes == 3 && any.Flag(0.3) ? any.Between(1, 5) : null;
        PyTorchAgrees(
            any,
            $"F.avg_pool{axes}d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(ceil)}, {Python.Of(countPadding)}"
            + (axes == 3 ? $", {Python.Of(divisor)})" : ")"),
            x => axes == 1
                ? F.avg_pool1d(x, kernel[0], stride[0], padding[0], ceil, countPadding)
                : F.avg_pool3d(x, kernel, stride, padding, ceil, countPadding, divisor),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 9), .. any.Axes(axes, 3, 7)]));
    }

    [PyTorchTheory, Cases(20)]
    public void An_adaptive_average_pool_of_signals_and_of_volumes(int number)
    {
        var any = new Any(number);
        var axes = any.OneOf(1, 3);
        var size = any.Flag(0.2) ? any.Axes(axes, 1, 1) : any.Axes(axes, 1, 5);
        PyTorchAgrees(
            any,
            $"F.adaptive_avg_pool{axes}d(x, {Python.Of(size)})",
            x => axes == 1 ? F.adaptive_avg_pool1d(x, size[0]) : F.adaptive_avg_pool3d(x, size),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 9), .. any.Axes(axes, 1, 7)]));
    }
}
