using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// For each image of (N, C, H, W) the places, from -1 to 1, that an affine map (N, 2, 3) sends its pixels to:
            /// (N, H, W, 2), x before y.
            /// </summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                AffineGrid.Make(theta, size, align_corners);

            /// <summary>(…, C·r², H, W) as (…, C, H·r, W·r): channels become places between the pixels.</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
            {
                var shape = input.Impl.Shape;
                var area = upscale_factor * upscale_factor;
                if (shape.Length < 3) throw TorchError.Create($"pixel_shuffle expects input to have at least 3 dimensions, but got input with {shape.Length} dimension(s)");
                if (upscale_factor <= 0 || shape[^3] % area != 0)
                    throw TorchError.Create($"pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input has shape {Geometry.Format(shape)} and upscale_factor={upscale_factor}");
                using var scope = NewDisposeScope();
                var (channels, height, width) = (shape[^3] / area, shape[^2], shape[^1]);
                return input.reshape(-1, channels, upscale_factor, upscale_factor, height, width)
                    .permute(0, 1, 4, 2, 5, 3)
                    .reshape([.. shape.AsSpan(..^3), channels, height * upscale_factor, width * upscale_factor])
                    .MoveToOuterDisposeScope();
            }

            /// <summary>Brings N × C × spatial axes to another size, given as such or by factors.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false) =>
                InterpolateOperation.Apply(x, size, scale_factor, mode, align_corners, recompute_scale_factor, antialias);

            /// <summary>The images (N, C, H, W) read at the places of a grid (N, H′, W′, 2), where -1 and 1 are the image's ends.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                GridSampleOperation.Apply(input, grid, mode, padding_mode, align_corners ?? false);
        }
    }
}
