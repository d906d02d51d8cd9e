namespace CnnGen.ManagedTorch.Kernels;

/// <summary>The gradient of nine weights a channel, of which a row of outputs gives its share: the nine sums stay in registers.</summary>
internal static unsafe class DepthwiseNineGradient
{
    /// <summary>Adds what one row of outputs gives.</summary>
    /// <param name="first">The row of inputs that the kernel's first row reads, and so on; null outside the image.</param>
    /// <param name="gradient">The row of the outputs' gradients.</param>
    /// <param name="sums">By tap: 9 × channels.</param>
    public static void Add<T>(in ConvolutionSize s, float* first, float* second, float* third, float* gradient, float* sums)
        where T : struct, ILanes<T>
    {
        LaneColumns.Each<T, Work>(s.C, new Work(s, first, second, third, gradient, sums));
    }

    private readonly struct Work(ConvolutionSize s, float* first, float* second, float* third, float* gradient, float* sums) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T> => Channels<T>(s, c, first, second, third, gradient, sums);
    }

    private static void Channels<T>(in ConvolutionSize s, int c, float* first, float* second, float* third, float* gradient, float* sums)
        where T : struct, ILanes<T>
    {
        // A row outside the image adds nothing: some other row stands in for it, and its sums are not kept.
        float* any = second != null ? second : first != null ? first : third;
        if (any == null) return;
        float* a = (first == null ? any : first) + c, b = (second == null ? any : second) + c, d = (third == null ? any : third) + c;
        (int left, int end) = s.InnerColumns();
        for (int column = 0; column < left; column++) Border<T>(s, c, first, second, third, column, gradient, sums);
        Inside<T>(s, a, b, d, left, end, gradient + c, sums + c, (first != null, second != null, third != null));
        for (int column = end; column < s.OutW; column++) Border<T>(s, c, first, second, third, column, gradient, sums);
    }

    private static void Inside<T>(
        in ConvolutionSize s, float* first, float* second, float* third, int from, int end, float* gradient, float* sums,
        (bool First, bool Second, bool Third) kept) where T : struct, ILanes<T>
    {
        long channels = s.C, step = s.StrideW * channels, right = s.DilationW * channels;
        T s0 = T.Create(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0, s8 = s0;
        long at = (from * (long)s.StrideW - s.PadLeft) * channels;
        gradient += from * channels;
        for (int column = from; column < end; column++, at += step, gradient += channels)
        {
            float* a = first + at, b = second + at, d = third + at;
            T g = T.Load(gradient);
            s0 = T.MultiplyAdd(T.Load(a), g, s0);
            s1 = T.MultiplyAdd(T.Load(a + right), g, s1);
            s2 = T.MultiplyAdd(T.Load(a + 2 * right), g, s2);
            s3 = T.MultiplyAdd(T.Load(b), g, s3);
            s4 = T.MultiplyAdd(T.Load(b + right), g, s4);
            s5 = T.MultiplyAdd(T.Load(b + 2 * right), g, s5);
            s6 = T.MultiplyAdd(T.Load(d), g, s6);
            s7 = T.MultiplyAdd(T.Load(d + right), g, s7);
            s8 = T.MultiplyAdd(T.Load(d + 2 * right), g, s8);
        }

        if (kept.First) AddThree(sums, channels, s0, s1, s2);
        if (kept.Second) AddThree(sums + 3 * channels, channels, s3, s4, s5);
        if (kept.Third) AddThree(sums + 6 * channels, channels, s6, s7, s8);
    }

    private static void AddThree<T>(float* sums, long channels, T a, T b, T c) where T : struct, ILanes<T>
    {
        (T.Load(sums) + a).Store(sums);
        (T.Load(sums + channels) + b).Store(sums + channels);
        (T.Load(sums + 2 * channels) + c).Store(sums + 2 * channels);
    }

    private static void Border<T>(
        in ConvolutionSize s, int c, float* first, float* second, float* third, int column, float* gradient, float* sums) where T : struct, ILanes<T>
    {
        T g = T.Load(gradient + (long)column * s.C + c);
        for (int q = 0; q < 3; q++)
        {
            int from = column * s.StrideW - s.PadLeft + q * s.DilationW;
            if ((uint)from >= (uint)s.W) continue;
            long at = (long)from * s.C + c;
            float* sum = sums + (long)q * s.C + c;
            if (first != null) T.MultiplyAdd(T.Load(first + at), g, T.Load(sum)).Store(sum);
            if (second != null) T.MultiplyAdd(T.Load(second + at), g, T.Load(sum + 3L * s.C)).Store(sum + 3L * s.C);
            if (third != null) T.MultiplyAdd(T.Load(third + at), g, T.Load(sum + 6L * s.C)).Store(sum + 6L * s.C);
        }
    }
}
