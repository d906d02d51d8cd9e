using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class PaddingTests
{
    [PyTorchTheory, Cases(20)]
    public void Any_padding_of_the_four_sides(int number)
    {
        var any = new Any(number);
        long[] sides = [any.Between(0, 3), any.Between(0, 3), any.Between(0, 3), any.Between(0, 3)];
        var value = any.OneOf(0.0, 1.5, -2, double.NegativeInfinity);
        PyTorchAgrees(
            any,
            $"F.pad(x, {Python.Of(sides)}, value={Python.Of(value)})",
            x => F.pad(x, sides, PaddingModes.Constant, value),
            any.Tensor("x", any.Between(1, 3), any.Between(1, 9), any.Between(1, 8), any.Between(1, 8)));
    }

    [PyTorchTheory, Cases(4)]
    public void The_odd_row_and_column_of_zeros_of_same_padding(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.conv2d(F.pad(x, (0, 1, 0, 1)), w, None, 2)",
            (x, w) => F.conv2d(F.pad(x, [0L, 1L, 0L, 1L]), w, null, [2, 2]),
            any.Tensor("x", 2, 3, 28, 28),
            any.Tensor("w", 8, 3, 3, 3));
    }

    [PyTorchTheory, Cases(4)]
    public void A_max_pool_over_a_border_of_minus_infinity(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=float('-inf')), 2)",
            x => F.max_pool2d(F.pad(x, [0L, 1L, 0L, 1L], PaddingModes.Constant, double.NegativeInfinity), 2),
            any.Distinct("x", 2, 3, 7, 5));
    }

    [PyTorchTheory, Cases(4)]
    public void Padding_of_the_last_dimension_alone(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(any, "F.pad(x, (2, 1))", x => F.pad(x, [2L, 1L]), any.Tensor("x", any.Shape(3)));
    }

    [PyTorchTheory, Cases(30)]
    public void Padding_and_cropping_of_any_number_of_dimensions(int number)
    {
        var any = new Any(number);
        var rank = (int)any.Between(1, 5);
        var padded = (int)any.Between(1, rank);
        var sides = any.Axes(2 * padded, -2, 2);
        var value = any.OneOf(0.0, -1.5);
        PyTorchAgrees(
            any,
            $"F.pad(x, {Python.Of(sides)}, value={Python.Of(value)})",
            x => F.pad(x, sides, PaddingModes.Constant, value),
            any.Tensor("x", any.Axes(rank, 5, 6)));
    }

    [PyTorchTheory, Cases(24)]
    public void A_border_of_what_is_there(int number)
    {
        var any = new Any(number);
        var mode = any.OneOf(PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular);
        var axes = (int)any.Between(1, 3);
        var sides = any.Axes(2 * axes, 0, 3);
        PyTorchAgrees(
            any,
            $"F.pad(x, {Python.Of(sides)}, mode='{mode.ToString().ToLowerInvariant()}')",
            x => F.pad(x, sides, mode),
            any.Tensor("x", [2, 3, .. any.Axes(axes, 4, 6)]));
    }
}
