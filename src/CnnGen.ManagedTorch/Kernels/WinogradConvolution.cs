using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A 3 × 3 convolution with stride 1 through <see cref="WinogradTransforms">Winograd's transforms</see>: a quarter of
/// the multiplications. The products of many tiles are 36 products of matrices, tiles × channels by channels × filters.
/// Like <see cref="TapConvolution"/> it serves the forward pass and, with the kernel turned around, the gradient of the input.
/// </summary>
internal unsafe struct WinogradConvolution
{
    /// <summary>With fewer channels the transforms cost what the products save.</summary>
    private const int LeastChannels = 16;

    public float* Source;
    public int N, H, W, C;
    public float* Target;
    public int Rows, Cols, Outputs;

    /// <summary>Zeros before the first row and column of the source.</summary>
    public int Top, Left;

    /// <summary>Weights as they come: distances, in floats, between outputs and between channels read; the nine of a kernel are adjacent.</summary>
    public float* Weights;
    public long WeightOutput, WeightDepth;

    /// <summary>Whether the kernel is read from its last place to its first.</summary>
    public bool Turned;

    /// <summary>Null for none.</summary>
    public float* Bias;

    // What Run prepares.
    private WinogradPlan _plan;
    private float* _weights;
    private float* _start;

    private readonly int BlockWidth => 2 * WidestLanes.Count;

    private readonly int Blocks => (Outputs + BlockWidth - 1) / BlockWidth;

    public static bool Fits(in ConvolutionSize s) => IsSuited(s) && WinogradPlan.Fills(s.OutH, s.OutW);

    /// <summary>Whether kernel, strides and channels are what the transforms are for.</summary>
    public static bool IsSuited(in ConvolutionSize s) =>
        s is { KernelH: 3, KernelW: 3, StrideH: 1, StrideW: 1, DilationH: 1, DilationW: 1, Groups: 1, C: >= LeastChannels, Filters: >= LeastChannels }
        && s.C % WidestLanes.Count == 0 && s.Filters % WidestLanes.Count == 0;

    public void Run()
    {
        using var scratch = Scratch.Open();
        _plan = new WinogradPlan(N, Rows, Cols, C + Outputs);
        _weights = scratch.Floats((long)Products * Blocks * C * BlockWidth);
        _start = scratch.CopyOrZeros(Bias, Outputs);
        int parts = WorkTeam.PartsFor(C * Blocks, 16);
        WidestLanes.Run(parts, new WeightWork(this, parts));
        WidestLanes.Run(_plan.Bands, new BandWork(this));
    }

    /// <summary>Weights at the points: for each point and block of outputs a matrix of channels × outputs.</summary>
    private readonly struct WeightWork(WinogradConvolution c, int parts) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            float* kernels = stackalloc float[9 * 16];
            float* aside = stackalloc float[18 * 16];
            (long first, long end) = WorkTeam.Slice(c.C * c.Blocks, parts, part);
            for (long i = first; i < end; i++)
            {
                (long block, long channel) = Math.DivRem(i, c.C);
                for (int lane = 0; lane < c.BlockWidth; lane += T.Count)
                {
                    int output = (int)block * c.BlockWidth + lane;
                    if (output < c.Outputs)
                    {
                        Gather(c.Weights + output * c.WeightOutput + channel * c.WeightDepth, T.Count, kernels);
                        Transform<T>(kernels, aside, c._weights + (block * c.C + channel) * c.BlockWidth + lane, (long)c.Blocks * c.C * c.BlockWidth);
                    }
                }
            }
        }

        private void Gather(float* source, int lanes, float* kernels) =>
            Transpose.Run(lanes, 9, source, c.WeightOutput, c.Turned ? kernels + 8 * lanes : kernels, c.Turned ? -lanes : lanes);

        private static void Transform<T>(float* kernels, float* aside, float* target, long plane) where T : struct, ILanes<T>
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
                WinogradTile.StoreSix(target + i * Points * plane, plane, u0, u1, u2, u3, u4, u5);
            }
        }
    }

    private readonly struct BandWork(WinogradConvolution c) : IVectorWork
    {
        public void Run<T>(int band) where T : struct, ILanes<T>
        {
            using var scratch = Scratch.Open();
            (long first, long end) = c._plan.Band(band);
            int tiles = (int)(end - first) * c._plan.TileCols;
            float* v = scratch.Floats(tiles * WinogradPlan.TileFloats(c.C)), m = scratch.Floats(tiles * WinogradPlan.TileFloats(c.Outputs));
            float* aside = scratch.Floats(WinogradTile.AsideFloats), zeros = scratch.Zeros((long)Points * c.C);
            TransformInputs<T>(first, end, v, aside, zeros);
            Multiply<T>(tiles, v, m, Ahead(band));
            TransformOutputs<T>(first, end, m, aside);
        }

        /// <summary>The outputs of this band, and the inputs of the one that this thread is likely to take next.</summary>
        private Upcoming Ahead(int band) => new(
            c._plan.Stretch(band, c.Target, c.Rows, c.Cols * c.Outputs),
            c._plan.Stretch(band + WorkTeam.Threads, c.Source, c.H, c.W * c.C));

        private void TransformInputs<T>(long first, long end, float* v, float* aside, float* zeros) where T : struct, ILanes<T>
        {
            for (long unit = first; unit < end; unit++)
            {
                (long image, int top) = c._plan.At(unit);
                var source = new WinogradImage(c.Source + image * c.H * c.W * c.C, c.H, c.W, c.C, zeros);
                for (int tile = 0; tile < c._plan.TileCols; tile++, v += WinogradPlan.TileFloats(c.C))
                {
                    WinogradTile.Input<T>(source, top - c.Top, tile * Tile - c.Left, v, aside);
                }
            }
        }

        private void Multiply<T>(int tiles, float* v, float* m, Upcoming ahead) where T : struct, ILanes<T>
        {
            nint none = 0;
            int row = c.BlockWidth * sizeof(float);
            float* zeros = stackalloc float[2 * T.Count];
            new Span<float>(zeros, 2 * T.Count).Clear();
            var o = new TileOperands
            {
                ARow = (nint)(WinogradPlan.TileFloats(c.C) * sizeof(float)), AStep = sizeof(float), Taps = &none, TapCount = 1, Depth = c.C, BStep = row,
                Start = (byte*)zeros, StartRow = 0, CRow = (nint)(WinogradPlan.TileFloats(c.Outputs) * sizeof(float)),
            };
            for (int point = 0; point < Products; point++)
            {
                o.A = (byte*)(v + (long)point * c.C);
                for (int block = 0; block < c.Blocks; block++)
                {
                    int first = block * c.BlockWidth;
                    byte* target = (byte*)(m + (long)point * c.Outputs + first);
                    o.B = (byte*)(c._weights + ((long)point * c.Blocks + block) * c.C * c.BlockWidth);
                    ahead.Assign<T>(tiles, ref o);
                    TileRow.Run<T>(tiles, Math.Min(c.BlockWidth, c.Outputs - first), ref o, target);
                }
            }
        }

        private void TransformOutputs<T>(long first, long end, float* m, float* aside) where T : struct, ILanes<T>
        {
            long row = (long)c.Cols * c.Outputs;
            for (long unit = first; unit < end; unit++)
            {
                (long image, int top) = c._plan.At(unit);
                float* target = c.Target + (image * c.Rows + top) * row;
                for (int tile = 0; tile < c._plan.TileCols; tile++, m += WinogradPlan.TileFloats(c.Outputs))
                {
                    int left = tile * Tile;
                    WinogradTile.Output<T>(
                        m, c.Outputs, c._start, target + (long)left * c.Outputs, row, Math.Min(Tile, c.Rows - top), Math.Min(Tile, c.Cols - left), aside);
                }
            }
        }
    }
}
