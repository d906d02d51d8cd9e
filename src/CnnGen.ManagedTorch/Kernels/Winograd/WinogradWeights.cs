namespace CnnGen.ManagedTorch.Kernels;

/// <summary>How a kernel becomes its values at the points.</summary>
internal unsafe interface IWeightTransform
{
    /// <summary>Transforms as many kernels as a vector has lanes.</summary>
    /// <param name="kernels">Nine vectors.</param>
    /// <param name="aside">Room for eighteen vectors.</param>
    /// <param name="target">The place in the first tap's matrix at the first point.</param>
    /// <param name="tap">Floats from one tap's matrix to the next one's.</param>
    /// <param name="point">Floats from one point's matrices to the next one's.</param>
    static abstract void Transform<T>(float* kernels, float* aside, float* target, long tap, long point) where T : struct, ILanes<T>;
}

/// <summary>
/// Weights at the points of <see cref="WinogradTransforms">Winograd's transforms</see>, and the products with them: for each
/// point and block of outputs, matrices of channels × outputs, one for each tap that is summed as it is.
/// </summary>
internal readonly unsafe struct WinogradWeights
{
    private readonly WinogradOperands _c;
    private readonly int _points, _taps;
    private readonly float* _floats;

    private WinogradWeights(in WinogradOperands c, int points, int taps, float* floats)
    {
        (_c, _points, _taps) = (c, points, taps);
        _floats = floats;
    }

    private long TapFloats => (long)_c.C * WinogradOperands.BlockWidth;

    private long BlockFloats => _taps * TapFloats;

    private long PointFloats => _c.Blocks * BlockFloats;

    /// <summary>Floats that they take.</summary>
    public static long Floats(in WinogradOperands c, int points, int taps) => points * new WinogradWeights(c, points, taps, null).PointFloats;

    /// <summary>Transforms the weights, unless that was done before; they live as long as their room.</summary>
    public static WinogradWeights Of<TTransform>(in WinogradOperands c, int points, int taps, in PackedWeights room)
        where TTransform : unmanaged, IWeightTransform
    {
        var weights = new WinogradWeights(c, points, taps, room.Floats);
        if (room.IsBlank)
        {
            int parts = WorkTeam.PartsFor(c.C * c.Blocks, 16);
            WidestLanes.Run(parts, new Work<TTransform>(weights, parts));
            room.Fill();
        }

        return weights;
    }

    /// <summary>The products of many tiles with the weights, at every point.</summary>
    /// <param name="v">Tiles at the first point; each point's lie <paramref name="vPoint"/> floats further.</param>
    /// <param name="vTile">Floats from one tile to the next.</param>
    /// <param name="vTap">Floats from what meets one tap to what meets the next.</param>
    /// <param name="m">Where the products of the first point go; distances as for <paramref name="v"/>.</param>
    public void Multiply<T>(int tiles, float* v, long vPoint, long vTile, long vTap, float* m, long mPoint, long mTile, Upcoming ahead)
        where T : struct, ILanes<T>
    {
        int width = WinogradOperands.BlockWidth, blocks = _c.Blocks;
        long blockFloats = BlockFloats;
        nint* taps = stackalloc nint[_taps];
        for (int tap = 0; tap < _taps; tap++)
        {
            taps[tap] = (nint)(tap * vTap * sizeof(float));
        }

        float* zeros = stackalloc float[2 * T.Count];
        new Span<float>(zeros, 2 * T.Count).Clear();
        var o = new TileOperands
        {
            ARow = (nint)(vTile * sizeof(float)), AStep = sizeof(float), Taps = taps, TapCount = _taps, Depth = _c.C,
            BStep = width * sizeof(float), BTap = (nint)(TapFloats * sizeof(float)),
            Start = (byte*)zeros, StartRow = 0, CRow = (nint)(mTile * sizeof(float)),
        };
        float* weights = _floats;
        for (int point = 0; point < _points; point++)
        {
            for (int block = 0; block < blocks; block++, weights += blockFloats)
            {
                o.A = (byte*)(v + point * vPoint);
                o.B = (byte*)weights;
                ahead.Assign<T>(tiles, ref o);
                int first = block * width;
                TileRow.Run<T>(tiles, Math.Min(width, _c.Outputs - first), ref o, (byte*)(m + point * mPoint + first));
            }
        }
    }

    private readonly struct Work<TTransform>(WinogradWeights w, int parts) : IVectorWork where TTransform : unmanaged, IWeightTransform
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            WinogradOperands c = w._c;
            int width = WinogradOperands.BlockWidth;
            long tapFloats = w.TapFloats, blockFloats = w.BlockFloats, pointFloats = w.PointFloats;
            float* kernels = stackalloc float[9 * 16];
            float* aside = stackalloc float[18 * 16];
            (long first, long end) = WorkTeam.Slice(c.C * c.Blocks, parts, part);
            for (long i = first; i < end; i++)
            {
                (long block, long channel) = Math.DivRem(i, c.C);
                float* target = w._floats + block * blockFloats + channel * width;
                long output = block * width;
                for (int lane = 0; lane < width && output < c.Outputs; lane += T.Count, output += T.Count)
                {
                    float* source = c.Weights + output * c.WeightOutput + channel * c.WeightDepth;
                    Transpose.Run(T.Count, 9, source, c.WeightOutput, c.Turned ? kernels + 8 * T.Count : kernels, c.Turned ? -T.Count : T.Count);
                    TTransform.Transform<T>(kernels, aside, target + lane, tapFloats, pointFloats);
                }
            }
        }
    }
}
