using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Maximum and average pooling of NHWC images.</summary>
internal static unsafe class Pooling
{
    private const int MostPixels = 1 << 24;

    /// <summary>The maxima and where each came from (row·W + column of its image); NaN counts as largest, as in PyTorch.</summary>
    public static void MaxForward(in PoolingSize size, float* x, float* y, int* argmax)
    {
        // The vectors count places as floats.
        if ((long)size.H * size.W > MostPixels) throw TorchError.Create(
            $"max_pool: an image of {size.H:N0} × {size.W:N0} pixels; at most {MostPixels:N0} are possible: cut it into parts");
        WidestLanes.Run(checked(size.N * size.OutH), new MaxForwardWork(size, x, y, argmax));
    }

    /// <summary>Sends each gradient to the place that was the maximum.</summary>
    public static void MaxBackward(in PoolingSize size, float* dy, int* argmax, float* dx) =>
        WorkTeam.Run(size.N, new MaxBackwardWork(size, dy, argmax, dx));

    /// <summary>The averages; <paramref name="divisorOverride"/> 0 means the size of the window.</summary>
    public static void AverageForward(in PoolingSize size, float* x, float* y, bool countIncludePad, int divisorOverride) =>
        WorkTeam.Run(checked(size.N * size.OutH), new AverageForwardWork(size, x, y, countIncludePad, divisorOverride));

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void AverageBackward(in PoolingSize size, float* dy, float* dx, bool countIncludePad, int divisorOverride) =>
        WorkTeam.Run(size.N, new AverageBackwardWork(size, dy, dx, countIncludePad, divisorOverride));

    private readonly struct MaxForwardWork(PoolingSize s, float* x, float* y, int* argmax) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int n, int oh) = Math.DivRem(part, s.OutH);
            float* image = x + (long)n * s.H * s.W * s.C;
            for (int ow = 0; ow < s.OutW; ow++)
            {
                long target = ((long)part * s.OutW + ow) * s.C;
                int c = 0;
                for (; c <= s.C - T.Count; c += T.Count)
                {
                    MaxWindow<T>(image + c, oh, ow, y + target + c, argmax + target + c);
                }

                for (; c < s.C; c++)
                {
                    MaxWindow<Lanes1>(image + c, oh, ow, y + target + c, argmax + target + c);
                }
            }
        }

        private void MaxWindow<T>(float* image, int oh, int ow, float* best, int* where) where T : struct, ILanes<T>
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
                        T value = T.Load(image + ((long)h * s.W + w) * s.C), here = T.Create(h * s.W + w);
                        place = none ? here : T.SelectAbove(value, largest, here, place);
                        largest = none ? value : T.SelectAbove(value, largest, value, largest);
                        none = false;
                    }
                }
            }

            largest.Store(best);
            place.StoreIntegers(where);
        }
    }

    private readonly struct MaxBackwardWork(PoolingSize s, float* dy, int* argmax, float* dx) : IWork
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

    /// <summary>The part of a window that lies in the image, and what its sum is divided by.</summary>
    private readonly struct Window
    {
        public readonly int Top, Bottom, Left, Right;
        public readonly float Scale;

        public Window(in PoolingSize s, int oh, int ow, bool countIncludePad, int divisorOverride)
        {
            int top = oh * s.StrideH - s.PadH, left = ow * s.StrideW - s.PadW;
            int bottom = Math.Min(top + s.PoolH, s.H + s.PadH), right = Math.Min(left + s.PoolW, s.W + s.PadW);
            int padded = (bottom - top) * (right - left);
            (Top, Left, Bottom, Right) = (Math.Max(top, 0), Math.Max(left, 0), Math.Min(bottom, s.H), Math.Min(right, s.W));
            int inside = (Bottom - Top) * (Right - Left);
            Scale = 1f / (divisorOverride != 0 ? divisorOverride : countIncludePad ? padded : inside);
        }
    }

    private readonly struct AverageForwardWork(PoolingSize s, float* x, float* y, bool countIncludePad, int divisorOverride) : IWork
    {
        public void Run(int part)
        {
            (int n, int oh) = Math.DivRem(part, s.OutH);
            float* image = x + (long)n * s.H * s.W * s.C;
            for (int ow = 0; ow < s.OutW; ow++)
            {
                var window = new Window(s, oh, ow, countIncludePad, divisorOverride);
                var sum = new Span<float>(y + ((long)part * s.OutW + ow) * s.C, s.C);
                sum.Clear();
                for (int h = window.Top; h < window.Bottom; h++)
                {
                    for (int w = window.Left; w < window.Right; w++)
                    {
                        TensorPrimitives.Add(sum, new ReadOnlySpan<float>(image + ((long)h * s.W + w) * s.C, s.C), sum);
                    }
                }

                TensorPrimitives.Multiply(sum, window.Scale, sum);
            }
        }
    }

    private readonly struct AverageBackwardWork(PoolingSize s, float* dy, float* dx, bool countIncludePad, int divisorOverride) : IWork
    {
        public void Run(int n)
        {
            long size = (long)s.H * s.W * s.C;
            float* image = dx + n * size;
            new Span<float>(image, checked((int)size)).Clear();
            for (int oh = 0; oh < s.OutH; oh++)
            {
                for (int ow = 0; ow < s.OutW; ow++)
                {
                    var window = new Window(s, oh, ow, countIncludePad, divisorOverride);
                    float* gradient = dy + (((long)n * s.OutH + oh) * s.OutW + ow) * s.C;
                    Spread(image, gradient, window);
                }
            }
        }

        private void Spread(float* image, float* gradient, in Window window)
        {
            var source = new ReadOnlySpan<float>(gradient, s.C);
            for (int h = window.Top; h < window.Bottom; h++)
            {
                for (int w = window.Left; w < window.Right; w++)
                {
                    var target = new Span<float>(image + ((long)h * s.W + w) * s.C, s.C);
                    TensorPrimitives.MultiplyAdd(source, window.Scale, target, target);
                }
            }
        }
    }
}
