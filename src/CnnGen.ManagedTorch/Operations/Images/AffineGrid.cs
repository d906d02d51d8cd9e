using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>The sampling grids of affine maps.</summary>
internal static class AffineGrid
{
    public static Tensor Make(Tensor theta, long[]? size, bool alignCorners)
    {
        var shape = theta.Impl.Shape;
        if (size is not { Length: 4 }) throw TorchError.Create("affine_grid: this backend takes images only, of size (N, C, H, W)");
        if (shape.Length != 3 || shape[0] != size[0] || shape[1] != 2 || shape[2] != 3)
        {
            throw TorchError.Create(
                $"Expected a batch of 2D affine matrices of shape Nx2x3 for size {Geometry.Format(size)}. Got {Geometry.Format(shape)}.");
        }

        using var scope = NewDisposeScope();
        var (height, width) = (size[2], size[3]);
        var x = Places(width, alignCorners).view(1, width).expand(height, width);
        var y = Places(height, alignCorners).view(height, 1).expand(height, width);
        var pixels = stack([x, y, ones(height, width)], -1).reshape(height * width, 3);
        return theta.matmul(pixels.t()).transpose(1, 2).reshape(size[0], height, width, 2).MoveToOuterDisposeScope();
    }

    // The centres of the pixels, between -1 and 1: the outermost on the ends themselves, or half a pixel inside.
    private static Tensor Places(long count, bool alignCorners)
    {
        if (count <= 1) return zeros(count);
        var ends = linspace(-1, 1, count);
        return alignCorners ? ends : ends.mul((double)(count - 1) / count);
    }
}
