namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The gradient of the input of a depthwise convolution with a kernel of 3 × 3 and strides of two. An even place of a row or column
/// had been read through the kernel's first and last weight, an odd one through the middle one; a gradient that comes by serves the
/// place that it meets first and, remembered, the one after the next.
/// </summary>
internal readonly unsafe struct DepthwiseNineStrided : IVectorWork
{
    private readonly ConvolutionSize _s;
    private readonly float* _dy, _w, _dx, _zeros;

    /// <param name="w">Weights by tap: 9 × channels.</param>
    public DepthwiseNineStrided(in ConvolutionSize size, float* dy, float* w, float* dx, in Scratch scratch)
    {
        _s = size;
        _dy = dy;
        _w = w;
        _dx = dx;
        _zeros = scratch.Zeros((long)size.OutW * size.C);
    }

    public static bool Fits(in ConvolutionSize s) =>
        DepthwiseNine.Fits(s) && s is { StrideH: 2, StrideW: 2, DilationH: 1, DilationW: 1 };

    public void Run() => WidestLanes.Run(checked(_s.N * _s.H), this);

    public void Run<T>(int part) where T : struct, ILanes<T>
    {
        (int image, int row) = Math.DivRem(part, _s.H);
        float* source = _dy + (long)image * _s.OutH * _s.OutW * _s.C, target = _dx + (long)part * _s.W * _s.C;
        (int near, int odd) = Math.DivRem(row + _s.PadTop, 2);
        long kernelRow = 3L * _s.C;
        var work = odd == 1
            ? new RowWork(_s, Row(source, near), _zeros, _w + kernelRow, _w + kernelRow, target)
            : new RowWork(_s, Row(source, near), Row(source, near - 1), _w, _w + 2 * kernelRow, target);
        LaneColumns.Each<T, RowWork>(_s.C, work);
    }

    private float* Row(float* source, int row) => (uint)row < (uint)_s.OutH ? source + (long)row * _s.OutW * _s.C : _zeros;

    /// <summary>A row of the input: what two rows of gradients give, each through its row of the kernel.</summary>
    private readonly struct RowWork(ConvolutionSize s, float* near, float* far, float* nearWeights, float* farWeights, float* target) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T>
        {
            long channels = s.C;
            float* w = nearWeights + c, v = farWeights + c, first = near + c, second = far + c, to = target + c - s.PadLeft * channels;
            T w0 = T.Load(w), w1 = T.Load(w + channels), w2 = T.Load(w + 2 * channels);
            T v0 = T.Load(v), v1 = T.Load(v + channels), v2 = T.Load(v + 2 * channels);
            T zero = T.Create(0), before = zero, above = zero;
            int width = s.W, outputs = s.OutW, column = -s.PadLeft;
            for (int i = 0; column < width; i++, column += 2, first += channels, second += channels, to += 2 * channels)
            {
                T a = i < outputs ? T.Load(first) : zero, b = i < outputs ? T.Load(second) : zero;
                if (column >= 0)
                {
                    T even = T.MultiplyAdd(before, w2, a * w0);
                    T.MultiplyAdd(above, v2, T.MultiplyAdd(b, v0, even)).Store(to);
                }

                if (column + 1 >= 0 && column + 1 < width) T.MultiplyAdd(b, v1, a * w1).Store(to + channels);
                (before, above) = (a, b);
            }
        }
    }
}
