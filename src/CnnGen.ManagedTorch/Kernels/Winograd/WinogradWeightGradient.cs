using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The gradient of a 3 × 3 convolution's weights through Winograd's transforms: at each of the 36 points the product of
/// the inputs' tiles, transposed, with the gradients' tiles. Every part sums its own bands; parts are added in order, and
/// interpolation, being linear, comes once at the end.
/// </summary>
internal readonly unsafe struct WinogradWeightGradient
{
    /// <summary>Sums up to this size are cheap enough for more parts than threads, which evens the load.</summary>
    private const long SmallSums = 64 * 1024;

    /// <summary>Larger sums of a part no longer stay in a cache, and reading and writing them costs what the products save.</summary>
    private const long MostWeights = 256 * 256;

    private readonly ConvolutionSize _s;
    private readonly float* _x, _dy, _dw, _db;
    private readonly WinogradPlan _plan;
    private readonly int _parts;

    public WinogradWeightGradient(in ConvolutionSize size, float* x, float* dy, float* dw, float* db)
    {
        _s = size;
        _x = x;
        _dy = dy;
        _dw = dw;
        _db = db;
        _plan = new WinogradPlan(size.N, size.OutH, size.OutW, size.C + size.Filters);
        _parts = Math.Min(_plan.Bands, PartFloats <= SmallSums ? 4 * WorkTeam.Threads : WorkTeam.Threads);
    }

    private int BlockWidth => 2 * WidestLanes.Count;

    private int Blocks => (_s.Filters + BlockWidth - 1) / BlockWidth;

    private long BlockFloats => (long)_s.C * BlockWidth;

    private long PointFloats => Blocks * BlockFloats;

    private long SumFloats => Products * PointFloats;

    /// <summary>The sums of a part: the products', then the bias's.</summary>
    private long PartFloats => SumFloats + _s.Filters;

    public static bool Fits(in ConvolutionSize s) => s.N > 0 && WinogradConvolution.Fits(s) && (long)s.C * s.Filters <= MostWeights;

    public void Run()
    {
        using var scratch = Scratch.Open();
        float* sums = scratch.Floats(_parts * PartFloats);
        WidestLanes.Run(_parts, new SumWork(this, sums));
        PartialSums.AddUp(sums, _parts, PartFloats);
        WidestLanes.Run(_s.C, new InterpolateWork(this, sums));
        if (_db != null)
        {
            new ReadOnlySpan<float>(sums + SumFloats, _s.Filters).CopyTo(new Span<float>(_db, _s.Filters));
        }
    }

    private readonly struct SumWork(WinogradWeightGradient g, float* allSums) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            using var scratch = Scratch.Open();
            float* v = scratch.Floats(g._plan.Tiles * WinogradPlan.TileFloats(g._s.C)), d = scratch.Floats(g._plan.Tiles * WinogradPlan.TileFloats(g._s.Filters));
            float* aside = scratch.Floats(WinogradTile.AsideFloats), zeros = scratch.Zeros((long)Points * Math.Max(g._s.C, g._s.Filters));
            float* sums = allSums + part * g.PartFloats;
            new Span<float>(sums, checked((int)g.PartFloats)).Clear();
            (long firstBand, long endBand) = WorkTeam.Slice(g._plan.Bands, g._parts, part);
            for (long band = firstBand; band < endBand; band++)
            {
                (long first, long end) = g._plan.Band((int)band);
                int tiles = (int)(end - first) * g._plan.TileCols;
                TransformBand<T>(first, end, v, d, aside, zeros, sums + g.SumFloats);
                AddProducts<T>(tiles, v, d, sums, Ahead((int)band + 1));
            }
        }

        /// <summary>The inputs and gradients of the next band.</summary>
        private Upcoming Ahead(int band) => new(
            g._plan.Stretch(band, g._x, g._s.H, g._s.W * g._s.C), g._plan.Stretch(band, g._dy, g._s.OutH, g._s.OutW * g._s.Filters));

        private void TransformBand<T>(long first, long end, float* v, float* d, float* aside, float* zeros, float* biasSums) where T : struct, ILanes<T>
        {
            ConvolutionSize s = g._s;
            for (long unit = first; unit < end; unit++)
            {
                (long index, int top) = g._plan.At(unit);
                var image = new WinogradImage(g._x + index * s.H * s.W * s.C, s.H, s.W, s.C, zeros);
                float* dy = g._dy + index * s.OutH * s.OutW * s.Filters;
                var gradient = new WinogradImage(dy, s.OutH, s.OutW, s.Filters, zeros);
                for (int tile = 0; tile < g._plan.TileCols; tile++, v += WinogradPlan.TileFloats(s.C), d += WinogradPlan.TileFloats(s.Filters))
                {
                    WinogradTile.Input<T>(image, top - s.PadTop, tile * Tile - s.PadLeft, v, aside);
                    WinogradTile.Gradient<T>(gradient, top, tile * Tile, d, aside);
                }

                if (g._db != null)
                {
                    ColumnSums.Add<T>(Math.Min(Tile, s.OutH - top) * (long)s.OutW, s.Filters, dy + (long)top * s.OutW * s.Filters, biasSums);
                }
            }
        }

        private void AddProducts<T>(int tiles, float* v, float* d, float* sums, Upcoming ahead) where T : struct, ILanes<T>
        {
            nint none = 0;
            int row = g.BlockWidth * sizeof(float);
            var o = new TileOperands
            {
                ARow = sizeof(float), AStep = (nint)(WinogradPlan.TileFloats(g._s.C) * sizeof(float)), Taps = &none, TapCount = 1, Depth = tiles,
                BStep = (nint)(WinogradPlan.TileFloats(g._s.Filters) * sizeof(float)), StartRow = row, CRow = row,
            };
            for (int point = 0; point < Products; point++)
            {
                o.A = (byte*)(v + (long)point * g._s.C);
                for (int block = 0; block < g.Blocks; block++, sums += g.BlockFloats)
                {
                    int first = block * g.BlockWidth;
                    o.B = (byte*)(d + (long)point * g._s.Filters + first);
                    ahead.Assign<T>(g._s.C, ref o);
                    o.Start = (byte*)sums;
                    TileRow.Run<T>(g._s.C, Math.Min(g.BlockWidth, g._s.Filters - first), ref o, (byte*)sums);
                }
            }
        }
    }

    /// <summary>From the sums at the points to the weights' gradients, for one input channel.</summary>
    private readonly struct InterpolateWork(WinogradWeightGradient g, float* sums) : IVectorWork
    {
        public void Run<T>(int channel) where T : struct, ILanes<T>
        {
            float* aside = stackalloc float[18 * 16];
            float* kernels = stackalloc float[9 * 16];
            for (int filter = 0; filter < g._s.Filters; filter += T.Count)
            {
                (int block, int lane) = Math.DivRem(filter, g.BlockWidth);
                Interpolate<T>(sums + block * g.BlockFloats + channel * g.BlockWidth + lane, aside, kernels);
                float* target = g._dw + ((long)filter * g._s.C + channel) * 9;
                for (int l = 0; l < T.Count; l++, target += g._s.C * 9)
                {
                    for (int place = 0; place < 9; place++)
                    {
                        target[place] = kernels[place * T.Count + l];
                    }
                }
            }
        }

        private void Interpolate<T>(float* source, float* aside, float* kernels) where T : struct, ILanes<T>
        {
            long plane = g.PointFloats;
            for (int j = 0; j < Points; j++)
            {
                float* m = source + j * plane;
                WeightGradient(
                    T.Load(m), T.Load(m + Points * plane), T.Load(m + 2 * Points * plane),
                    T.Load(m + 3 * Points * plane), T.Load(m + 4 * Points * plane), T.Load(m + 5 * Points * plane),
                    out T g0, out T g1, out T g2);
                StoreThree(aside + j * T.Count, Points * T.Count, g0, g1, g2);
            }

            for (int i = 0; i < 3; i++)
            {
                float* a = aside + i * Points * T.Count;
                WeightGradient(
                    T.Load(a), T.Load(a + T.Count), T.Load(a + 2 * T.Count), T.Load(a + 3 * T.Count), T.Load(a + 4 * T.Count), T.Load(a + 5 * T.Count),
                    out T g0, out T g1, out T g2);
                StoreThree(kernels + i * 3 * T.Count, T.Count, g0, g1, g2);
            }
        }

        private static void StoreThree<T>(float* target, long distance, T g0, T g1, T g2) where T : struct, ILanes<T>
        {
            g0.Store(target);
            g1.Store(target + distance);
            g2.Store(target + 2 * distance);
        }
    }
}
