using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class GridSampleTests
{
    [PyTorchTheory, Cases(24)]
    public void Images_read_at_any_places(int number)
    {
        var any = new Any(number);
        var mode = any.OneOf(GridSampleMode.Bilinear, GridSampleMode.Bilinear, GridSampleMode.Nearest);
        var padding = any.OneOf(GridSamplePaddingMode.Zeros, GridSamplePaddingMode.Border, GridSamplePaddingMode.Reflection);
        var align = any.Flag();
        var batch = any.Between(1, 3);
        var grid = any.Uniform("grid", -2.6, 2.6, batch, any.Between(1, 5), any.Between(1, 5), 2);
        PyTorchAgrees(
            any,
            $"F.grid_sample(x, grid, '{mode.ToString().ToLowerInvariant()}', '{padding.ToString().ToLowerInvariant()}', {Python.Of(align)})",
            (x, places) => F.grid_sample(x, places, mode, padding, align),
            any.Tensor("x", batch, any.Between(1, 4), any.Between(1, 6), any.Between(1, 6)),
            grid);
    }

    [PyTorchTheory, Cases(8)]
    public void The_grid_of_an_affine_map(int number)
    {
        var any = new Any(number);
        long[] size = [any.Between(1, 3), 2, any.Between(1, 6), any.Between(1, 6)];
        var align = any.Flag();
        PyTorchAgrees(
            any,
            $"F.affine_grid(theta, {Python.Of(size)}, {Python.Of(align)})",
            theta => F.affine_grid(theta, size, align),
            any.Tensor("theta", size[0], 2, 3));
    }

    [PyTorchTheory, Cases(4)]
    public void An_image_through_an_affine_map(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.grid_sample(x, F.affine_grid(theta, x.shape, False), 'bilinear', 'reflection', False)",
            (x, theta) => F.grid_sample(
                x, F.affine_grid(theta, x.shape, false), GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, false),
            any.Tensor("x", 2, 3, 7, 5),
            any.Tensor("theta", 2, 2, 3));
    }

    [Fact]
    public void A_grid_that_does_not_fit_is_refused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.grid_sample(ones(2, 1, 3, 3), zeros(1, 3, 3, 2))).Message.ShouldContain("batch");
        Should.Throw<Exception>(() => F.affine_grid(ones(2, 3, 3), [2, 1, 4, 4])).Message.ShouldContain("Nx2x3");
    }
}
