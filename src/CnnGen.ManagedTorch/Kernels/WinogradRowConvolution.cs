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

    public float* Source;
    public int N, H, W, C;
    public float* Target;
    public int Rows, Cols, Outputs;

    /// <summary>Zeros before the first row and column of the source.</summary>
    public int Top, Left;

    /// <summary>As PyTorch has them: outputs, channels, 3 × 3.</summary>
    public float* Weights;

    /// <summary>Null for none.</summary>
    public float* Bias;

    // What Run prepares.
    private float* _weights;
    private float* _start;
    private int _bands;

    private readonly int TileCols => TilesOf(Cols);

    private readonly int BlockWidth => 2 * WidestLanes.Count;

    private readonly int Blocks => (Outputs + BlockWidth - 1) / BlockWidth;

    /// <summary>Floats of a point's weights for a block of outputs: for each row of the kernel a matrix of channels × outputs.</summary>
    private readonly long BlockFloats => 3L * C * BlockWidth;

    /// <summary>Whether most of what the tiles compute is wanted, and there are enough of them.</summary>
    public static bool Fits(in ConvolutionSize s) =>
        WinogradConvolution.IsSuited(s) && s.OutH * TilesOf(s.OutW) >= LeastTiles && 4 * s.OutW >= 3 * Tile * TilesOf(s.OutW);

    public void Run()
    {
        using var scratch = Scratch.Open();
        _weights = scratch.Floats(Points * Blocks * BlockFloats);
        _start = scratch.CopyOrZeros(Bias, Outputs);
        long imageFloats = (long)Points * Rows * TileCols * (C + Outputs), enough = (2L * WorkTeam.Threads + N - 1) / N;
        _bands = (int)Math.Clamp(Math.Max((imageFloats + BandFloats - 1) / BandFloats, enough), 1, (long)Rows * TileCols / LeastTiles);
        int parts = WorkTeam.PartsFor(C * Blocks, 16);
        WidestLanes.Run(parts, new WeightWork(this, parts));
        WidestLanes.Run(N * _bands, new BandWork(this));
    }

    private static int TilesOf(int cols) => (cols + Tile - 1) / Tile;

    /// <summary>Weights at the points.</summary>
    private readonly struct WeightWork(WinogradRowConvolution c, int parts) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            float* kernels = stackalloc float[9 * 16];
            (long first, long end) = WorkTeam.Slice(c.C * c.Blocks, parts, part);
            for (long i = first; i < end; i++)
            {
                (long block, long channel) = Math.DivRem(i, c.C);
                float* target = c._weights + block * c.BlockFloats + channel * c.BlockWidth;
                long output = block * c.BlockWidth;
                for (int lane = 0; lane < c.BlockWidth && output < c.Outputs; lane += T.Count, output += T.Count)
                {
                    Transpose.Run(T.Count, 9, c.Weights + (output * c.C + channel) * 9, 9L * c.C, kernels, T.Count);
                    Transform<T>(kernels, target + lane);
                }
            }
        }

        private void Transform<T>(float* kernels, float* target) where T : struct, ILanes<T>
        {
            for (int row = 0; row < 3; row++, kernels += 3 * T.Count, target += (long)c.C * c.BlockWidth)
            {
                Weight(T.Load(kernels), T.Load(kernels + T.Count), T.Load(kernels + 2 * T.Count), out T u0, out T u1, out T u2, out T u3, out T u4, out T u5);
                WinogradTile.StoreSix(target, c.Blocks * c.BlockFloats, u0, u1, u2, u3, u4, u5);
            }
        }
    }

    /// <summary>Some rows of an image of outputs.</summary>
    private readonly struct BandWork(WinogradRowConvolution c) : IVectorWork
    {
        /// <summary>Floats between the planes of two points beyond their length, which keep them from sharing cache sets.</summary>
        private const int PlaneGap = 16;

        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int image, int band) = Math.DivRem(part, c._bands);
            (long first, long end) = WorkTeam.Slice(c.Rows, c._bands, band);
            int rows = (int)(end - first);
            using var scratch = Scratch.Open();
            long sourcePlane = (rows + 2L) * c.TileCols * c.C + PlaneGap, targetPlane = (long)rows * c.TileCols * c.Outputs + PlaneGap;
            float* v = scratch.Floats(Points * sourcePlane), m = scratch.Floats(Points * targetPlane);
            var lit = new LitPixels(c.Cols + 2, scratch.Take<byte>((rows + 2L) * (c.Cols + 2)));

            float* target = c.Target + ((long)image * c.Rows + first) * c.Cols * c.Outputs;

            TransformInputs<T>(image, (int)first - c.Top, rows + 2, v, sourcePlane, lit);
            Multiply<T>(rows * c.TileCols, v, sourcePlane, m, targetPlane, Ahead(part, rows, target));
            InterpolateOutputs<T>(rows, m, targetPlane, lit, target);
        }

        /// <summary>The outputs of this band, and the inputs of the one that this thread is likely to take next.</summary>
        private Upcoming Ahead(int part, int rows, float* target)
        {
            var outputs = new Stretch(target, (long)rows * c.Cols * c.Outputs);
            (int image, int band) = Math.DivRem(part + WorkTeam.Threads, c._bands);
            if (image >= c.N)
            {
                return new Upcoming(outputs, default);
            }

            long top = Math.Max(0, WorkTeam.Slice(c.Rows, c._bands, band).Start - c.Top);
            return new Upcoming(outputs, new Stretch(c.Source + ((long)image * c.H + top) * c.W * c.C, (long)rows * c.W * c.C));
        }

        private void TransformInputs<T>(int image, int top, int rows, float* v, long plane, LitPixels lit) where T : struct, ILanes<T>
        {
            var source = new WinogradRow(c.W, c.C);
            for (int row = 0; row < rows; row++, v += c.TileCols * c.C)
            {
                int y = top + row;
                float* pixels = y < 0 || y >= c.H ? null : c.Source + ((long)image * c.H + y) * c.W * c.C;
                source.Transform<T>(pixels, -c.Left, c.TileCols, v, plane);
                lit.Note(row, pixels, c.Left, c.W, c.C);
            }
        }

        private void Multiply<T>(int tiles, float* v, long sourcePlane, float* m, long targetPlane, Upcoming ahead) where T : struct, ILanes<T>
        {
            nint row = (nint)c.TileCols * c.C * sizeof(float);
            nint* taps = stackalloc nint[3] { 0, row, 2 * row };
            float* zeros = stackalloc float[2 * T.Count];
            new Span<float>(zeros, 2 * T.Count).Clear();
            int step = c.BlockWidth * sizeof(float);
            var o = new TileOperands
            {
                ARow = c.C * sizeof(float), AStep = sizeof(float), Taps = taps, TapCount = 3, Depth = c.C, BStep = step, BTap = (nint)c.C * step,
                Start = (byte*)zeros, StartRow = 0, CRow = (nint)c.Outputs * sizeof(float),
            };
            for (int point = 0; point < Points; point++)
            {
                o.A = (byte*)(v + point * sourcePlane);
                for (int block = 0; block < c.Blocks; block++)
                {
                    int first = block * c.BlockWidth;
                    o.B = (byte*)(c._weights + ((long)point * c.Blocks + block) * c.BlockFloats);
                    ahead.Assign<T>(tiles, ref o);
                    TileRow.Run<T>(tiles, Math.Min(c.BlockWidth, c.Outputs - first), ref o, (byte*)(m + point * targetPlane + first));
                }
            }
        }

        private void InterpolateOutputs<T>(int rows, float* m, long plane, LitPixels lit, float* y) where T : struct, ILanes<T>
        {
            var target = new WinogradRow(c.Cols, c.Outputs);
            var bias = new ReadOnlySpan<float>(c._start, c.Outputs);
            for (int row = 0; row < rows; row++, m += c.TileCols * c.Outputs, y += c.Cols * c.Outputs)
            {
                target.Interpolate<T>(m, plane, c._start, y);
                for (int x = 0; x < c.Cols; x++)
                {
                    if (!lit.AnyFrom(row, x))
                    {
                        bias.CopyTo(new Span<float>(y + (long)x * c.Outputs, c.Outputs));
                    }
                }
            }
        }
    }
}
