using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A 3 × 3 convolution with stride 1 through <see cref="WinogradTransforms">Winograd's transforms</see> along the rows only,
/// while the three rows of the kernel are summed as they are: half the multiplications, with errors that are hardly larger
/// than those of plain sums. At each of the six points it is a convolution with a kernel of 3 × 1, whose pixels are tiles.
/// </summary>
internal unsafe struct WinogradRowConvolution
{
    /// <summary>Floats of a band's transformed inputs and products, which with the weights stay within a second-level cache.</summary>
    private const long BandFloats = 64 * 1024;

    /// <summary>Tiles of a band: fewer would read the transformed weights too often.</summary>
    private const int LeastTiles = 28;

    private readonly WinogradOperands _o;
    private readonly int _bands;

    // What Run prepares.
    private WinogradWeights _weights;
    private float* _start;

    public WinogradRowConvolution(in WinogradOperands operands)
    {
        _o = operands;
        long imageFloats = (long)Points * _o.Rows * TileCols * (_o.C + _o.Outputs), enough = (2L * WorkTeam.Threads + _o.N - 1) / _o.N;
        _bands = (int)Math.Clamp(Math.Max((imageFloats + BandFloats - 1) / BandFloats, enough), 1, (long)_o.Rows * TileCols / LeastTiles);
    }

    private readonly int TileCols => TilesOf(_o.Cols);

    /// <summary>Whether most of what the tiles compute is wanted, and there are enough of them.</summary>
    public static bool Fits(in ConvolutionSize s) =>
        WinogradOperands.AreSuited(s) && s.OutH * TilesOf(s.OutW) >= LeastTiles && 4 * s.OutW >= 3 * Tile * TilesOf(s.OutW);

    /// <param name="kept">Where transformed weights stay for the next call with the same ones; null if they will have changed by then.</param>
    /// <param name="key">What tells these weights from others that are kept there.</param>
    public void Run(KeptWeights? kept = null, in PackedKey key = default)
    {
        using var scratch = Scratch.Open();
        using var packed = PackedWeights.Find(kept, key, WinogradWeights.Floats(_o, Points, taps: 3), scratch);
        _weights = WinogradWeights.Of<WeightTransform>(_o, Points, taps: 3, packed);
        _start = scratch.CopyOrZeros(_o.Bias, _o.Outputs);
        WidestLanes.Run(_o.N * _bands, new BandWork(this));
    }

    private static int TilesOf(int cols) => (cols + Tile - 1) / Tile;

    private readonly struct WeightTransform : IWeightTransform
    {
        public static void Transform<T>(float* kernels, float* aside, float* target, long tap, long point) where T : struct, ILanes<T>
        {
            for (int row = 0; row < 3; row++, kernels += 3 * T.Count, target += tap)
            {
                Weight(T.Load(kernels), T.Load(kernels + T.Count), T.Load(kernels + 2 * T.Count), out T u0, out T u1, out T u2, out T u3, out T u4, out T u5);
                WinogradTile.StoreSix(target, point, u0, u1, u2, u3, u4, u5);
            }
        }
    }

    /// <summary>Some rows of an image of outputs.</summary>
    private readonly struct BandWork(WinogradRowConvolution c) : IVectorWork
    {
        private readonly WinogradOperands _o = c._o;

        /// <summary>Floats between the planes of two points beyond their length, which keep them from sharing cache sets.</summary>
        private const int PlaneGap = 16;

        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int image, int band) = Math.DivRem(part, c._bands);
            (long first, long end) = WorkTeam.Slice(_o.Rows, c._bands, band);
            int rows = (int)(end - first);
            using var scratch = Scratch.Open();
            long sourcePlane = (rows + 2L) * c.TileCols * _o.C + PlaneGap, targetPlane = (long)rows * c.TileCols * _o.Outputs + PlaneGap;
            float* v = scratch.Floats(Points * sourcePlane), m = scratch.Floats(Points * targetPlane);
            var lit = new LitPixels(_o.Cols + 2, scratch.Take<byte>((rows + 2L) * (_o.Cols + 2)));

            float* target = _o.Target + ((long)image * _o.Rows + first) * _o.Cols * _o.Outputs;

            TransformInputs<T>(image, (int)first - _o.Top, rows + 2, v, sourcePlane, lit);
            c._weights.Multiply<T>(rows * c.TileCols, v, sourcePlane, _o.C, (long)c.TileCols * _o.C, m, targetPlane, _o.Outputs, Ahead(part, rows, target));
            InterpolateOutputs<T>(rows, m, targetPlane, lit, target);
        }

        /// <summary>The outputs of this band, and the inputs of the one that this thread is likely to take next.</summary>
        private Upcoming Ahead(int part, int rows, float* target)
        {
            var outputs = new Stretch(target, (long)rows * _o.Cols * _o.Outputs);
            (int image, int band) = Math.DivRem(part + WorkTeam.Threads, c._bands);
            if (image >= _o.N)
            {
                return new Upcoming(outputs, default);
            }

            long top = Math.Max(0, WorkTeam.Slice(_o.Rows, c._bands, band).Start - _o.Top);
            return new Upcoming(outputs, new Stretch(_o.Source + ((long)image * _o.H + top) * _o.W * _o.C, (long)rows * _o.W * _o.C));
        }

        private void TransformInputs<T>(int image, int top, int rows, float* v, long plane, LitPixels lit) where T : struct, ILanes<T>
        {
            var source = new WinogradRow(_o.W, _o.C);
            for (int row = 0; row < rows; row++, v += c.TileCols * _o.C)
            {
                int y = top + row;
                float* pixels = y < 0 || y >= _o.H ? null : _o.Source + ((long)image * _o.H + y) * _o.W * _o.C;
                source.Transform<T>(pixels, -_o.Left, c.TileCols, v, plane);
                lit.Note(row, pixels, _o.Left, _o.W, _o.C);
            }
        }

        private void InterpolateOutputs<T>(int rows, float* m, long plane, LitPixels lit, float* y) where T : struct, ILanes<T>
        {
            var target = new WinogradRow(_o.Cols, _o.Outputs);
            var bias = new ReadOnlySpan<float>(c._start, _o.Outputs);
            for (int row = 0; row < rows; row++, m += c.TileCols * _o.Outputs, y += _o.Cols * _o.Outputs)
            {
                target.Interpolate<T>(m, plane, c._start, y);
                for (int x = 0; x < _o.Cols; x++)
                {
                    if (!lit.AnyFrom(row, x))
                    {
                        bias.CopyTo(new Span<float>(y + (long)x * _o.Outputs, _o.Outputs));
                    }
                }
            }
        }
    }
}
