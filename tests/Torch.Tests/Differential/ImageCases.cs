using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>Padding, resizing and sampling of images.</summary>
internal static class ImageCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Padding", 50, Pad),
        new("Border", 40, Border),
        new("PixelShuffle", 15, PixelShuffle),
        new("Interpolation", 80, Interpolate),
        new("GridSample", 40, GridSample),
        new("AffineGrid", 15, AffineGrid),
    ];

    private static Trial Pad(Any any)
    {
        var rank = (int)any.Between(1, 5);
        var sides = any.Axes(2 * (int)any.Between(1, rank > 2 ? rank - 1 : rank), -2, 3);
        var value = any.OneOf(0.0, -1.5, double.NegativeInfinity);
        return Trial.Of(
            $"F.pad(x, {Python.Of(sides)}, value={Python.Of(value)})",
            x => F.pad(x, sides, PaddingModes.Constant, value),
            any.Input("x", rank > 2 ? [any.Batch(), .. any.Axes(rank - 1, 5, 6)] : any.Axes(rank, 5, 6)));
    }

    private static Trial Border(Any any)
    {
        var mode = any.OneOf(PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular);
        var axes = (int)any.Between(1, 3);
        var sides = any.Axes(2 * axes, 0, 3);
        return Trial.Of(
            $"F.pad(x, {Python.Of(sides)}, mode='{mode.ToString().ToLowerInvariant()}')",
            x => F.pad(x, sides, mode),
            any.Input("x", [any.Batch(), any.Between(1, 4), .. any.Axes(axes, 4, 6)]));
    }

    private static Trial PixelShuffle(Any any)
    {
        var factor = any.Between(1, 3);
        return Trial.Of(
            $"F.pixel_shuffle(x, {factor})", x => F.pixel_shuffle(x, factor),
            any.Input("x", any.Between(1, 3), factor * factor * any.Between(1, 3), any.Between(1, 5), any.Between(1, 5)));
    }

    private static Trial Interpolate(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var (mode, name, smooth) = any.OneOf(0, 1, 2, 3, 4) switch
        {
            0 => (InterpolationMode.Nearest, "nearest", false),
            1 => (InterpolationMode.Area, "area", false),
            2 => (InterpolationMode.NearestExact, "nearest-exact", false),
            3 when axes == 2 => (InterpolationMode.Bicubic, "bicubic", true),
            _ => axes switch
            {
                1 => (InterpolationMode.Linear, "linear", true),
                2 => (InterpolationMode.Bilinear, "bilinear", true),
                _ => (InterpolationMode.Trilinear, "trilinear", true),
            },
        };
        bool? align = smooth ? any.Flag() : null;
        var aligned = align is { } flag ? Python.Of(flag) : "None";
        var x = any.Input("x", [any.Batch(), any.Between(1, 9), .. any.Axes(axes, 1, 8)]);
        if (any.Flag())
        {
            var size = any.Axes(axes, 1, 11);
            return Trial.Of(
                $"F.interpolate(x, {Python.Of(size)}, None, '{name}', {aligned})", t => F.interpolate(t, size, null, mode, align), x);
        }

        // Half of at least two leaves something.
        double[] factors = [.. x.Value.Shape.Skip(2).Select(size => size > 1 ? any.OneOf(1.0, 2, 3, 0.5, 1.5) : any.OneOf(1.0, 2, 3))];
        var recompute = any.Flag();
        return Trial.Of(
            $"F.interpolate(x, None, ({string.Concat(factors.Select(factor => $"{Python.Of(factor)}, "))}), '{name}', {aligned}, {Python.Of(recompute)})",
            t => F.interpolate(t, null, factors, mode, align, recompute), x);
    }

    private static Trial GridSample(Any any)
    {
        var mode = any.OneOf(GridSampleMode.Bilinear, GridSampleMode.Bilinear, GridSampleMode.Nearest);
        var padding = any.OneOf(GridSamplePaddingMode.Zeros, GridSamplePaddingMode.Border, GridSamplePaddingMode.Reflection);
        var align = any.Flag();
        var batch = any.Batch();
        return Trial.Of(
            $"F.grid_sample(x, grid, '{mode.ToString().ToLowerInvariant()}', '{padding.ToString().ToLowerInvariant()}', {Python.Of(align)})",
            (x, grid) => F.grid_sample(x, grid, mode, padding, align),
            any.Input("x", batch, any.Between(1, 20), any.Between(1, 7), any.Between(1, 7)),
            any.Uniform("grid", -2.6, 2.6, batch, any.Between(1, 6), any.Between(1, 6), 2)) with { IsNetwork = true };
    }

    private static Trial AffineGrid(Any any)
    {
        long[] size = [any.Between(1, 3), 2, any.Between(1, 7), any.Between(1, 7)];
        var align = any.Flag();
        return Trial.Of(
            $"F.affine_grid(theta, {Python.Of(size)}, {Python.Of(align)})",
            theta => F.affine_grid(theta, size, align), any.Tensor("theta", size[0], 2, 3));
    }
}
