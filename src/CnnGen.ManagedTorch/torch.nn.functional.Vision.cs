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

            /// <summary>The images (N, C, H, W) read at the places of a grid (N, H′, W′, 2), where -1 and 1 are the image's ends.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                GridSampleOperation.Apply(input, grid, mode, padding_mode, align_corners ?? false);
        }
    }
}
