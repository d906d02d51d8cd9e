using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class TransposedConvolutionTests
{
    [PyTorchTheory, Cases(90)]
    public void A_transposed_convolution_of_any_stride_padding_dilation_and_number_of_groups(int number)
    {
        var any = new Any(number);
        var axes = 1 + (number % 3);
        var groups = any.OneOf(1L, 1, 2, 3);
        var (channels, filters) = (groups * any.Between(1, 4), groups * any.Between(1, 5));
        var (kernel, stride, dilation) = (any.Axes(axes, 1, 4), any.Axes(axes, 1, 3), any.Axes(axes, 1, 3));
        long[] padding = [.. kernel.Select(size => any.Between(0, (int)(size - 1) / 2))];
        long[] more = [.. stride.Select((step, axis) => any.Between(0, (int)Math.Max(step, dilation[axis]) - 1))];

        PyTorchAgrees(
            any,
            $"F.conv_transpose{axes}d(x, w, b, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(more)}, {groups}, {Python.Of(dilation)})",
            (x, w, b) => axes switch
            {
                1 => F.conv_transpose1d(x, w, b, stride[0], padding[0], more[0], dilation[0], groups),
                2 => F.conv_transpose2d(x, w, b, stride, padding, more, dilation, groups),
                _ => F.conv_transpose3d(x, w, b, stride, padding, more, dilation, groups),
            },
            any.Tensor("x", [any.Between(1, 3), channels, .. any.Axes(axes, 1, 5)]),
            any.Tensor("w", [channels, filters / groups, .. kernel]),
            any.Tensor("b", filters));
    }

    [PyTorchTheory, Cases(6)]
    public void With_the_default_arguments_and_without_a_batch(int number)
    {
        var any = new Any(number);
        var axes = 1 + (number % 3);
        PyTorchAgrees(
            any,
            $"F.conv_transpose{axes}d(x, w)",
            (x, w) => axes switch { 1 => F.conv_transpose1d(x, w), 2 => F.conv_transpose2d(x, w), _ => F.conv_transpose3d(x, w) },
            any.Tensor("x", [4, .. any.Axes(axes, 1, 6)]),
            any.Tensor("w", [4, 3, .. any.Axes(axes, 1, 3)]));
    }

    [PyTorchTheory, Cases(6)]
    public void It_is_the_gradient_of_a_convolution(int number)
    {
        using var scope = NewDisposeScope();
        var any = new Any(number);
        var weight = any.Tensor("w", 6, 4, 3, 3).ToTensor().detach();
        var image = zeros(2, 4, 9, 8).requires_grad_();
        using var result = F.conv2d(image, weight, null, [2, 1], [1, 1]);
        var upstream = any.Tensor("g", result.shape).ToTensor().detach();
        result.backward([upstream]);

        F.conv_transpose2d(upstream, weight, null, [2, 1], [1, 1]).ToFloats()
            .ShouldBeCloseTo(image.grad!.ToFloats(), Closeness.Forward, any.Replay);
    }

    [Fact]
    public void Of_the_sizes_that_a_stride_allows_the_wanted_one_is_given()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.ConvTranspose2d(3, 5, (3, 3), (2, 3));
        var image = rand(1, 3, 4, 4);
        layer.forward(image, [10, 13]).shape.ShouldBe([1L, 5, 10, 13]);
        layer.forward(image, [1, 5, 9, 14]).shape.ShouldBe([1L, 5, 9, 14]);
        Should.Throw<ArgumentException>(() => layer.forward(image, [11, 13]));
    }
}
