using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Average pooling of NHWC images.</summary>
internal static unsafe class AveragePooling
{
    /// <summary>The averages; <paramref name="divisorOverride"/> 0 means the size of the window.</summary>
    public static void Forward(in PoolingSize size, float* x, float* y, bool countIncludePad, int divisorOverride) =>
        WorkTeam.Run(checked(size.N * size.OutH), new ForwardWork(size, x, y, countIncludePad, divisorOverride));

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void Backward(in PoolingSize size, float* dy, float* dx, bool countIncludePad, int divisorOverride) =>
        WorkTeam.Run(size.N, new BackwardWork(size, dy, dx, countIncludePad, divisorOverride));

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

    private readonly struct ForwardWork(PoolingSize s, float* x, float* y, bool countIncludePad, int divisorOverride) : IWork
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

    private readonly struct BackwardWork(PoolingSize s, float* dy, float* dx, bool countIncludePad, int divisorOverride) : IWork
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
