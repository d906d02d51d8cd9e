namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Reads channels-last images at the places of a grid, and passes gradients back. Image by image on all threads.</summary>
internal static unsafe class GridSampling
{
    public static void Forward(GridSize size, float* x, float* grid, float* y) =>
        WorkTeam.Run(size.N, new ForwardWork(size, x, grid, y));

    /// <summary>Adds to <paramref name="dx"/>, which holds zeros; writes <paramref name="dGrid"/>.</summary>
    public static void Backward(GridSize size, float* dy, float* x, float* grid, float* dx, float* dGrid) =>
        WorkTeam.Run(size.N, new BackwardWork(size, dy, x, grid, dx, dGrid));

    private readonly struct ForwardWork(GridSize size, float* x, float* grid, float* y) : IWork
    {
        public void Run(int image)
        {
            var pixels = x + ((long)image * size.H * size.W * size.C);
            var places = (long)size.OutH * size.OutW;
            for (var i = image * places; i < (image + 1) * places; i++)
            {
                var target = new Span<float>(y + (i * size.C), size.C);
                target.Clear();
                var place = new Place(size, grid + (2 * i));
                for (var corner = 0; corner < place.Corners; corner++)
                {
                    var offset = place.Offset(size, corner, out var weight, out _, out _);
                    if (offset < 0) continue;
                    for (var c = 0; c < size.C; c++) target[c] += weight * pixels[offset + c];
                }
            }
        }
    }

    private readonly struct BackwardWork(GridSize size, float* dy, float* x, float* grid, float* dx, float* dGrid) : IWork
    {
        public void Run(int image)
        {
            var start = (long)image * size.H * size.W * size.C;
            var places = (long)size.OutH * size.OutW;
            for (var i = image * places; i < (image + 1) * places; i++)
            {
                var gradient = dy + (i * size.C);
                var place = new Place(size, grid + (2 * i));
                var (slopeX, slopeY) = (0f, 0f);
                for (var corner = 0; corner < place.Corners; corner++)
                {
                    var offset = place.Offset(size, corner, out var weight, out var acrossX, out var acrossY);
                    if (offset < 0) continue;
                    var product = Spread(size.C, gradient, weight, x + start + offset, dx + start + offset);
                    slopeX += product * acrossX;
                    slopeY += product * acrossY;
                }

                dGrid[2 * i] = slopeX * place.SlopeX;
                dGrid[(2 * i) + 1] = slopeY * place.SlopeY;
            }
        }

        // The pixel's share of the gradient; returns gradient · pixel.
        private static float Spread(int channels, float* gradient, float weight, float* pixel, float* target)
        {
            var product = 0f;
            for (var c = 0; c < channels; c++)
            {
                target[c] += weight * gradient[c];
                product += gradient[c] * pixel[c];
            }

            return product;
        }
    }

    /// <summary>A place in an image: between four pixels, or nearest to one.</summary>
    private readonly struct Place
    {
        private readonly float _x;
        private readonly float _y;

        public Place(GridSize size, float* place)
        {
            _x = GridAxis.Coordinate(place[0], size.W, size.Padding, size.AlignCorners, out var slopeX);
            _y = GridAxis.Coordinate(place[1], size.H, size.Padding, size.AlignCorners, out var slopeY);
            (SlopeX, SlopeY) = (slopeX, slopeY);
            Corners = size.Nearest ? 1 : 4;
        }

        public int Corners { get; }

        public float SlopeX { get; }

        public float SlopeY { get; }

        /// <summary>Where a corner's pixel lies, or -1 outside; its weight, and how that changes along both axes.</summary>
        public long Offset(GridSize size, int corner, out float weight, out float acrossX, out float acrossY)
        {
            if (Corners == 1)
            {
                (weight, acrossX, acrossY) = (1, 0, 0);
                return Offset(size, MathF.Round(_x), MathF.Round(_y));
            }

            var (left, top) = (MathF.Floor(_x), MathF.Floor(_y));
            var (right, bottom) = (corner % 2 == 1, corner / 2 == 1);
            var weightX = right ? _x - left : left + 1 - _x;
            var weightY = bottom ? _y - top : top + 1 - _y;
            weight = weightX * weightY;
            acrossX = right ? weightY : -weightY;
            acrossY = bottom ? weightX : -weightX;
            return Offset(size, right ? left + 1 : left, bottom ? top + 1 : top);
        }

        // Compared as floats: a place far outside, or no number at all, must not wrap around into the image.
        private static long Offset(GridSize size, float column, float row) =>
            column >= 0 && column < size.W && row >= 0 && row < size.H ? (((long)row * size.W) + (long)column) * size.C : -1;
    }
}
