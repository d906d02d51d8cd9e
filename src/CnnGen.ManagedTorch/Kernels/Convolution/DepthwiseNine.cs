namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A depthwise convolution with a kernel of 3 × 3, the usual one: the nine weights of some channels stay in registers while a row of
/// pixels goes by.
/// </summary>
internal readonly unsafe struct DepthwiseNine : IVectorWork
{
    /// <summary>Floats of a block's outputs: with the three rows that they read from they stay within the first-level cache.</summary>
    private const int BlockFloats = 2048;

    private readonly ConvolutionSize _s;
    private readonly float* _x, _w, _bias, _y, _zeros;
    private readonly int _together;
    private readonly Epilogue _epilogue;

    /// <param name="w">Weights by tap: 9 × channels.</param>
    /// <param name="bias">Null for none.</param>
    public DepthwiseNine(in ConvolutionSize size, float* x, float* w, float* bias, float* y, in Epilogue epilogue, in Scratch scratch)
    {
        (_s, _epilogue) = (size, epilogue);
        _x = x;
        _w = w;
        _bias = bias;
        _y = y;
        _zeros = scratch.Zeros((long)size.W * size.C);
        _together = Math.Max(8, BlockFloats / size.C);
    }

    public static bool Fits(in ConvolutionSize s) => s is { KernelH: 3, KernelW: 3, GroupFilters: 1 };

    /// <summary>Whether the gradient of the input is such a convolution too, and of which size.</summary>
    public static bool TurnsAround(in ConvolutionSize s, out ConvolutionSize back)
    {
        int reachH = 2 * s.DilationH, reachW = 2 * s.DilationW;
        back = s with
        {
            H = s.OutH, W = s.OutW, PadTop = reachH - s.PadTop, PadLeft = reachW - s.PadLeft,
            PadBottom = s.H + s.PadTop - s.OutH, PadRight = s.W + s.PadLeft - s.OutW,
        };
        return Fits(s) && s is { StrideH: 1, StrideW: 1 } && back.PadTop >= 0 && back.PadLeft >= 0 && back.PadBottom >= 0 && back.PadRight >= 0;
    }

    public void Run() => WidestLanes.Run(checked(_s.N * _s.OutH), this);

    public void Run<T>(int part) where T : struct, ILanes<T>
    {
        (int image, int row) = Math.DivRem(part, _s.OutH);
        float* source = _x + (long)image * _s.H * _s.W * _s.C, target = _y + (long)part * _s.OutW * _s.C;
        int top = row * _s.StrideH - _s.PadTop;
        float* first = Row(source, top), second = Row(source, top + _s.DilationH), third = Row(source, top + 2 * _s.DilationH);
        for (int column = 0; column < _s.OutW; column += _together)
        {
            int end = Math.Min(column + _together, _s.OutW);
            LaneColumns.Each<T, Block>(_s.C, new Block(this, first, second, third, target, column, end));
            _epilogue.Apply(new PixelRun(target + (long)column * _s.C, end - column, _s.C, 0, _s.C));
        }
    }

    /// <summary>Some columns of a row.</summary>
    private readonly struct Block(DepthwiseNine nine, float* first, float* second, float* third, float* target, int from, int end) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T> => nine.Channels<T>(c, first + c, second + c, third + c, target + c, from, end);
    }

    private float* Row(float* source, int row) => (uint)row < (uint)_s.H ? source + (long)row * _s.W * _s.C : _zeros;

    private void Channels<T>(int c, float* first, float* second, float* third, float* target, int from, int end) where T : struct, ILanes<T>
    {
        (int inner, int outer) = _s.InnerColumns();
        (inner, outer) = (Math.Clamp(inner, from, end), Math.Clamp(outer, from, end));
        T start = _bias == null ? T.Create(0) : T.Load(_bias + c);
        for (int column = from; column < inner; column++) Border(c, start, first, second, third, column, target);
        Inside(c, start, first, second, third, inner, outer, target);
        for (int column = outer; column < end; column++) Border(c, start, first, second, third, column, target);
    }

    private void Inside<T>(int c, T start, float* first, float* second, float* third, int from, int end, float* target) where T : struct, ILanes<T>
    {
        long channels = _s.C, step = _s.StrideW * channels, right = _s.DilationW * channels;
        float* w = _w + c;
        T w0 = T.Load(w), w1 = T.Load(w + channels), w2 = T.Load(w + 2 * channels);
        T w3 = T.Load(w + 3 * channels), w4 = T.Load(w + 4 * channels), w5 = T.Load(w + 5 * channels);
        T w6 = T.Load(w + 6 * channels), w7 = T.Load(w + 7 * channels), w8 = T.Load(w + 8 * channels);
        long at = (from * (long)_s.StrideW - _s.PadLeft) * channels;
        target += from * channels;
        for (int column = from; column < end; column++, at += step, target += channels)
        {
            float* a = first + at, b = second + at, d = third + at;
            T sum = T.MultiplyAdd(T.Load(a), w0, start);
            sum = T.MultiplyAdd(T.Load(a + right), w1, sum);
            sum = T.MultiplyAdd(T.Load(a + 2 * right), w2, sum);
            sum = T.MultiplyAdd(T.Load(b), w3, sum);
            sum = T.MultiplyAdd(T.Load(b + right), w4, sum);
            sum = T.MultiplyAdd(T.Load(b + 2 * right), w5, sum);
            sum = T.MultiplyAdd(T.Load(d), w6, sum);
            sum = T.MultiplyAdd(T.Load(d + right), w7, sum);
            T.MultiplyAdd(T.Load(d + 2 * right), w8, sum).Store(target);
        }
    }

    private void Border<T>(int c, T start, float* first, float* second, float* third, int column, float* target) where T : struct, ILanes<T>
    {
        T sum = start;
        for (int q = 0; q < 3; q++)
        {
            int from = column * _s.StrideW - _s.PadLeft + q * _s.DilationW;
            if ((uint)from >= (uint)_s.W) continue;
            long at = (long)from * _s.C;
            float* w = _w + (long)q * _s.C + c;
            sum = T.MultiplyAdd(T.Load(first + at), T.Load(w), sum);
            sum = T.MultiplyAdd(T.Load(second + at), T.Load(w + 3L * _s.C), sum);
            sum = T.MultiplyAdd(T.Load(third + at), T.Load(w + 6L * _s.C), sum);
        }

        sum.Store(target + (long)column * _s.C);
    }
}
