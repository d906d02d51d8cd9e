using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class InterpolationTests
{
    [PyTorchTheory, Cases(60)]
    public void Any_mode_to_any_size(int number)
    {
        var any = new Any(number);
        var (axes, mode, name) = AnyMode(any);
        var size = any.Axes(axes, 1, 9);
        PyTorchAgrees(
            any,
            $"F.interpolate(x, {Python.Of(size)}, mode='{name}')",
            x => F.interpolate(x, size, null, mode),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 5), .. any.Axes(axes, 1, 7)]));
    }

    [PyTorchTheory, Cases(40)]
    public void Any_mode_by_factors(int number)
    {
        var any = new Any(number);
        var (axes, mode, name) = AnyMode(any);
        double[] factors = [.. Enumerable.Range(0, axes).Select(_ => any.OneOf(1.0, 2, 3, 0.5, 1.5))];
        var recompute = any.Flag();
        PyTorchAgrees(
            any,
            $"F.interpolate(x, None, ({string.Concat(factors.Select(factor => $"{Python.Of(factor)}, "))}), '{name}', None, {Python.Of(recompute)})",
            x => F.interpolate(x, null, factors, mode, null, recompute),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 5), .. any.Axes(axes, 2, 7)]));
    }

    [PyTorchTheory, Cases(20)]
    public void With_the_corners_kept(int number)
    {
        var any = new Any(number);
        var (axes, mode, name) = any.OneOf(
            (1, InterpolationMode.Linear, "linear"), (2, InterpolationMode.Bilinear, "bilinear"),
            (2, InterpolationMode.Bicubic, "bicubic"), (3, InterpolationMode.Trilinear, "trilinear"));
        var size = any.Axes(axes, 1, 9);
        PyTorchAgrees(
            any,
            $"F.interpolate(x, {Python.Of(size)}, mode='{name}', align_corners=True)",
            x => F.interpolate(x, size, null, mode, true),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 5), .. any.Axes(axes, 1, 7)]));
    }

    [Fact]
    public void Modes_that_do_not_fit_are_refused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.interpolate(rand(1, 2, 3), [6], null, InterpolationMode.Bilinear));
        Should.Throw<Exception>(() => F.interpolate(rand(1, 2, 3, 3), [6, 6], [2, 2]));
        Should.Throw<Exception>(() => F.interpolate(rand(1, 2, 3, 3)));
        Should.Throw<Exception>(() => F.interpolate(rand(1, 2, 3, 3), null, [2]));
    }

    private static (int Axes, InterpolationMode Mode, string Name) AnyMode(Any any)
    {
        var axes = any.OneOf(1, 2, 3);
        return any.OneOf(0, 1, 2, 3) switch
        {
            0 => (axes, InterpolationMode.Nearest, "nearest"),
            1 => (axes, InterpolationMode.Area, "area"),
            2 => (axes, InterpolationMode.NearestExact, "nearest-exact"),
            _ => axes switch
            {
                1 => (1, InterpolationMode.Linear, "linear"),
                2 => any.OneOf((2, InterpolationMode.Bilinear, "bilinear"), (2, InterpolationMode.Bicubic, "bicubic")),
                _ => (3, InterpolationMode.Trilinear, "trilinear"),
            },
        };
    }

    [PyTorchTheory, Cases(6)]
    public void Channels_become_places(int number)
    {
        var any = new Any(number);
        var factor = any.Between(1, 3);
        PyTorchAgrees(
            any,
            $"F.pixel_shuffle(x, {factor})",
            x => F.pixel_shuffle(x, factor),
            any.Tensor("x", 2, factor * factor * any.Between(1, 3), any.Between(1, 5), any.Between(1, 5)));
    }
}
