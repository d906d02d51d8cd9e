using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A 3 × 3 convolution with stride 1 through <see cref="WinogradTransforms">Winograd's transforms</see>: a quarter of
/// the multiplications. The products of many tiles are 36 products of matrices, tiles × channels by channels × filters.
/// </summary>
internal unsafe struct WinogradConvolution
{
    private readonly WinogradOperands _o;
    private readonly WinogradPlan _plan;

    // What Run prepares.
    private WinogradWeights _weights;
    private float* _start;

    public WinogradConvolution(in WinogradOperands operands)
    {
        _o = operands;
        _plan = new WinogradPlan(_o.N, _o.Rows, _o.Cols, _o.C + _o.Outputs);
    }

    public static bool Fits(in ConvolutionSize s) => WinogradOperands.AreSuited(s) && WinogradPlan.Pays(s.N, s.OutH, s.OutW, (long)s.C * s.Filters);

    /// <param name="kept">Where transformed weights stay for the next call with the same ones; null if they will have changed by then.</param>
    /// <param name="key">What tells these weights from others that are kept there.</param>
    public void Run(KeptWeights? kept = null, in PackedKey key = default)
    {
        using var scratch = Scratch.Open();
        using var packed = PackedWeights.Find(kept, key, WinogradWeights.Floats(_o, Products, taps: 1), scratch);
        _weights = WinogradWeights.Of<WeightTransform>(_o, Products, taps: 1, packed);
        _start = scratch.CopyOrZeros(_o.Bias, _o.Outputs);
        WidestLanes.Run(_plan.Bands, new BandWork(this));
    }

    private readonly struct WeightTransform : IWeightTransform
    {
        public static void Transform<T>(float* kernels, float* aside, float* target, long tap, long point) where T : struct, ILanes<T>
        {
            for (int j = 0; j < 3; j++)
            {
                float* g = kernels + j * T.Count;
                Weight(T.Load(g), T.Load(g + 3 * T.Count), T.Load(g + 6 * T.Count), out T u0, out T u1, out T u2, out T u3, out T u4, out T u5);
                WinogradTile.StoreSix(aside + j * T.Count, 3 * T.Count, u0, u1, u2, u3, u4, u5);
            }

            for (int i = 0; i < Points; i++)
            {
                float* a = aside + 3 * i * T.Count;
                Weight(T.Load(a), T.Load(a + T.Count), T.Load(a + 2 * T.Count), out T u0, out T u1, out T u2, out T u3, out T u4, out T u5);
                WinogradTile.StoreSix(target + i * Points * point, point, u0, u1, u2, u3, u4, u5);
            }
        }
    }

    private readonly struct BandWork(WinogradConvolution c) : IVectorWork
    {
        private readonly WinogradOperands _o = c._o;

        public void Run<T>(int band) where T : struct, ILanes<T>
        {
            using var scratch = Scratch.Open();
            (long first, long end) = c._plan.Band(band);
            int tiles = (int)(end - first) * c._plan.TileCols;
            float* v = scratch.Floats(tiles * WinogradPlan.TileFloats(_o.C)), m = scratch.Floats(tiles * WinogradPlan.TileFloats(_o.Outputs));
            float* aside = scratch.Floats(WinogradTile.AsideFloats), zeros = scratch.Zeros((long)Points * _o.C);
            TransformInputs<T>(first, end, v, aside, zeros);
            c._weights.Multiply<T>(
                tiles, v, _o.C, WinogradPlan.TileFloats(_o.C), vTap: 0, m, _o.Outputs, WinogradPlan.TileFloats(_o.Outputs), Ahead(band));
            TransformOutputs<T>(first, end, m, aside);
        }

        /// <summary>The outputs of this band, and the inputs of the one that this thread is likely to take next.</summary>
        private Upcoming Ahead(int band) => new(
            c._plan.Stretch(band, _o.Target, _o.Rows, _o.Cols * _o.Outputs),
            c._plan.Stretch(band + WorkTeam.Threads, _o.Source, _o.H, _o.W * _o.C));

        private void TransformInputs<T>(long first, long end, float* v, float* aside, float* zeros) where T : struct, ILanes<T>
        {
            for (long unit = first; unit < end; unit++)
            {
                (long image, int top) = c._plan.At(unit);
                var source = new WinogradImage(_o.Source + image * _o.H * _o.W * _o.C, _o.H, _o.W, _o.C, zeros);
                for (int tile = 0; tile < c._plan.TileCols; tile++, v += WinogradPlan.TileFloats(_o.C))
                {
                    WinogradTile.Input<T>(source, top - _o.Top, tile * Tile - _o.Left, v, aside);
                }
            }
        }

        private void TransformOutputs<T>(long first, long end, float* m, float* aside) where T : struct, ILanes<T>
        {
            long row = (long)_o.Cols * _o.Outputs;
            for (long unit = first; unit < end; unit++)
            {
                (long image, int top) = c._plan.At(unit);
                float* target = _o.Target + (image * _o.Rows + top) * row;
                for (int tile = 0; tile < c._plan.TileCols; tile++, m += WinogradPlan.TileFloats(_o.Outputs))
                {
                    int left = tile * Tile;
                    WinogradTile.Output<T>(
                        m, _o.Outputs, c._start, target + (long)left * _o.Outputs, row, Math.Min(Tile, _o.Rows - top), Math.Min(Tile, _o.Cols - left), aside);
                }
            }
        }
    }
}
