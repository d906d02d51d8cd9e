namespace CnnGen.ManagedTorch.Kernels;

/// <summary>2-D convolution of NHWC images with PyTorch's weights (filters, channels of a group, height, width).</summary>
internal static unsafe class Convolution
{
    /// <summary>y = x * w + bias; <paramref name="bias"/> may be null.</summary>
    public static void Forward(in ConvolutionSize size, float* x, float* w, float* bias, float* y) =>
        WorkTeam.Run(size.N, new ForwardWork(size, x, w, bias, y));

    /// <summary>The gradient of the input.</summary>
    public static void BackwardInput(in ConvolutionSize size, float* dy, float* w, float* dx) =>
        WorkTeam.Run(size.N, new BackwardInputWork(size, dy, w, dx));

    /// <summary>The gradients of the weights and, unless <paramref name="db"/> is null, of the bias.</summary>
    public static void BackwardWeight(in ConvolutionSize size, float* x, float* dy, float* dw, float* db) =>
        WorkTeam.Run(size.Filters, new BackwardWeightWork(size, x, dy, dw, db));

    private readonly struct ForwardWork(ConvolutionSize s, float* x, float* w, float* bias, float* y) : IWork
    {
        public void Run(int n)
        {
            for (int h = 0; h < s.OutH; h++)
                for (int q = 0; q < s.OutW; q++)
                    for (int k = 0; k < s.Filters; k++)
                    {
                        float sum = bias == null ? 0 : bias[k];
                        int group = k / s.GroupFilters;
                        for (int r = 0; r < s.KernelH; r++)
                            for (int t = 0; t < s.KernelW; t++)
                            {
                                int ih = h * s.StrideH + r * s.DilationH - s.PadTop, iw = q * s.StrideW + t * s.DilationW - s.PadLeft;
                                if ((uint)ih >= (uint)s.H || (uint)iw >= (uint)s.W) continue;
                                float* p = x + (((long)n * s.H + ih) * s.W + iw) * s.C + group * s.GroupC;
                                for (int c = 0; c < s.GroupC; c++)
                                    sum += p[c] * w[((k * s.GroupC + c) * s.KernelH + r) * s.KernelW + t];
                            }
                        y[(((long)n * s.OutH + h) * s.OutW + q) * s.Filters + k] = sum;
                    }
        }
    }

    private readonly struct BackwardInputWork(ConvolutionSize s, float* dy, float* w, float* dx) : IWork
    {
        public void Run(int n)
        {
            new Span<float>(dx + (long)n * s.H * s.W * s.C, s.H * s.W * s.C).Clear();
            for (int h = 0; h < s.OutH; h++)
                for (int q = 0; q < s.OutW; q++)
                    for (int k = 0; k < s.Filters; k++)
                    {
                        float g = dy[(((long)n * s.OutH + h) * s.OutW + q) * s.Filters + k];
                        int group = k / s.GroupFilters;
                        for (int r = 0; r < s.KernelH; r++)
                            for (int t = 0; t < s.KernelW; t++)
                            {
                                int ih = h * s.StrideH + r * s.DilationH - s.PadTop, iw = q * s.StrideW + t * s.DilationW - s.PadLeft;
                                if ((uint)ih >= (uint)s.H || (uint)iw >= (uint)s.W) continue;
                                float* p = dx + (((long)n * s.H + ih) * s.W + iw) * s.C + group * s.GroupC;
                                for (int c = 0; c < s.GroupC; c++)
                                    p[c] += g * w[((k * s.GroupC + c) * s.KernelH + r) * s.KernelW + t];
                            }
                    }
        }
    }

    private readonly struct BackwardWeightWork(ConvolutionSize s, float* x, float* dy, float* dw, float* db) : IWork
    {
        public void Run(int k)
        {
            int group = k / s.GroupFilters, size = s.GroupC * s.Taps;
            float* target = dw + (long)k * size;
            new Span<float>(target, size).Clear();
            float sum = 0;
            for (int n = 0; n < s.N; n++)
                for (int h = 0; h < s.OutH; h++)
                    for (int q = 0; q < s.OutW; q++)
                    {
                        float g = dy[(((long)n * s.OutH + h) * s.OutW + q) * s.Filters + k];
                        sum += g;
                        for (int r = 0; r < s.KernelH; r++)
                            for (int t = 0; t < s.KernelW; t++)
                            {
                                int ih = h * s.StrideH + r * s.DilationH - s.PadTop, iw = q * s.StrideW + t * s.DilationW - s.PadLeft;
                                if ((uint)ih >= (uint)s.H || (uint)iw >= (uint)s.W) continue;
                                float* p = x + (((long)n * s.H + ih) * s.W + iw) * s.C + group * s.GroupC;
                                for (int c = 0; c < s.GroupC; c++)
                                    target[(c * s.KernelH + r) * s.KernelW + t] += g * p[c];
                            }
                    }
            if (db != null) db[k] = sum;
        }
    }
}
