namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Maximum pooling of NHWC images.</summary>
internal static unsafe class MaxPooling
{
    private const int MostPixels = 1 << 24;

    /// <summary>The maxima and where each came from (row·W + column of its image); NaN counts as largest, as in PyTorch.</summary>
    public static void Forward(in PoolingSize size, float* x, float* y, int* argmax)
    {
        // The vectors count places as floats.
        if ((long)size.H * size.W > MostPixels) throw TorchError.Create(
            $"max_pool: an image of {size.H:N0} × {size.W:N0} pixels; at most {MostPixels:N0} are possible: cut it into parts");
        WidestLanes.Run(checked(size.N * size.OutH), new ForwardWork(size, x, y, argmax));
    }

    /// <summary>Sends each gradient to the place that was the maximum.</summary>
    public static void Backward(in PoolingSize size, float* dy, int* argmax, float* dx)
    {
        if (size.WindowsAreApart) WidestLanes.Run(size.N, new ApartWork(size, dy, argmax, dx));
        else WorkTeam.Run(size.N, new OverlappingWork(size, dy, argmax, dx));
    }

    private readonly struct ForwardWork(PoolingSize s, float* x, float* y, int* argmax) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int n, int oh) = Math.DivRem(part, s.OutH);
            float* image = x + (long)n * s.H * s.W * s.C;
            for (int ow = 0; ow < s.OutW; ow++)
            {
                long target = ((long)part * s.OutW + ow) * s.C;
                LaneColumns.Each<T, Window>(s.C, new Window(s, image, oh, ow, y + target, argmax + target));
            }
        }
    }

    private readonly struct Window(PoolingSize s, float* image, int oh, int ow, float* best, int* where) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T>
        {
            T largest = T.Create(float.NegativeInfinity), place = T.Create(0);
            bool none = true;
            for (int r = 0; r < s.PoolH; r++)
            {
                int h = oh * s.StrideH - s.PadH + r * s.DilationH;
                for (int q = 0; q < s.PoolW; q++)
                {
                    int w = ow * s.StrideW - s.PadW + q * s.DilationW;
                    if ((uint)h < (uint)s.H && (uint)w < (uint)s.W)
                    {
                        T value = T.Load(image + ((long)h * s.W + w) * s.C + c), here = T.Create(h * s.W + w);
                        place = none ? here : T.SelectAbove(value, largest, here, place);
                        largest = none ? value : T.SelectAbove(value, largest, value, largest);
                        none = false;
                    }
                }
            }

            largest.Store(best + c);
            place.StoreIntegers(where + c);
        }
    }

    /// <summary>Where no pixel is in two windows, each window's pixels are written once: the gradient to one of them, zeros to the others.</summary>
    private readonly struct ApartWork(PoolingSize s, float* dy, int* argmax, float* dx) : IVectorWork
    {
        public void Run<T>(int n) where T : struct, ILanes<T>
        {
            long size = (long)s.H * s.W * s.C, outputs = (long)s.OutH * s.OutW;
            float* image = dx + n * size;
            if (!s.WindowsCoverTheImage) new Span<float>(image, checked((int)size)).Clear();
            for (int oh = 0; oh < s.OutH; oh++)
            {
                for (int ow = 0; ow < s.OutW; ow++)
                {
                    long source = (n * outputs + (long)oh * s.OutW + ow) * s.C;
                    LaneColumns.Each<T, GradientWindow>(s.C, new GradientWindow(s, dy + source, argmax + source, oh, ow, image));
                }
            }
        }
    }

    private readonly struct GradientWindow(PoolingSize s, float* gradient, int* where, int oh, int ow, float* image) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T>
        {
            T value = T.Load(gradient + c), place = T.LoadIntegers(where + c), zero = T.Create(0);
            int top = oh * s.StrideH - s.PadH, left = ow * s.StrideW - s.PadW;
            for (int h = Math.Max(top, 0); h < Math.Min(top + s.PoolH, s.H); h++)
            {
                for (int w = Math.Max(left, 0); w < Math.Min(left + s.PoolW, s.W); w++)
                {
                    T.SelectEqual(place, T.Create(h * s.W + w), value, zero).Store(image + ((long)h * s.W + w) * s.C + c);
                }
            }
        }
    }

    private readonly struct OverlappingWork(PoolingSize s, float* dy, int* argmax, float* dx) : IWork
    {
        public void Run(int n)
        {
            long size = (long)s.H * s.W * s.C, outputs = (long)s.OutH * s.OutW;
            float* image = dx + n * size;
            new Span<float>(image, checked((int)size)).Clear();
            float* gradient = dy + n * outputs * s.C;
            int* where = argmax + n * outputs * s.C;
            for (long i = 0; i < outputs; i++, gradient += s.C, where += s.C)
            {
                for (int c = 0; c < s.C; c++)
                {
                    image[(long)where[c] * s.C + c] += gradient[c];
                }
            }
        }
    }
}
