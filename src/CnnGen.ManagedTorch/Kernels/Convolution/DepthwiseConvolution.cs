using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Convolution of NHWC images whose filters see one channel each: vectors run along the channels, which the general
/// kernels would fill with one value. Where a channel has several filters, it is repeated for each of them.
/// </summary>
internal static unsafe class DepthwiseConvolution
{
    public static bool Fits(in ConvolutionSize size) => size.Groups > 1 && size.GroupC == 1;

    public static void Forward(in ConvolutionSize size, float* x, float* w, float* bias, float* y, KeptWeights? kept = null, Epilogue epilogue = default)
    {
        using var scratch = Scratch.Open();
        using var packed = PackedWeights.Find(kept, PackedKey.Of(Packing.Depthwise, size, w), (long)size.Filters * size.Taps, scratch);
        if (packed.IsBlank)
        {
            Transpose.Run(size.Filters, size.Taps, w, size.Taps, packed.Floats, size.Filters);
            packed.Fill();
        }

        if (DepthwiseNine.Fits(size)) new DepthwiseNine(size, x, packed.Floats, bias, y, epilogue, scratch).Run();
        else WidestLanes.Run(checked(size.N * size.OutH), new ForwardWork(size, x, packed.Floats, bias, y, epilogue));
    }

    public static void BackwardInput(in ConvolutionSize size, float* dy, float* w, float* dx)
    {
        using var scratch = Scratch.Open();
        if (DepthwiseNine.TurnsAround(size, out ConvolutionSize back))
        {
            float* turned = scratch.Floats((long)size.Filters * size.Taps);
            Transpose.Run(size.Filters, size.Taps, w, size.Taps, turned + (size.Taps - 1L) * size.Filters, -size.Filters);
            new DepthwiseNine(back, dy, turned, null, dx, default, scratch).Run();
            return;
        }

        float* byTap = ByTap(size, w, scratch);
        if (DepthwiseNineStrided.Fits(size)) new DepthwiseNineStrided(size, dy, byTap, dx, scratch).Run();
        else WidestLanes.Run(checked(size.N * size.H), new BackwardInputWork(size, dy, byTap, dx));
    }

    /// <summary>Every part sums its own rows, and the parts are added in order; <paramref name="db"/> may be null.</summary>
    public static void BackwardWeight(in ConvolutionSize size, float* x, float* dy, float* dw, float* db)
    {
        using var scratch = Scratch.Open();
        int rows = size.N * size.OutH, parts = Math.Clamp(rows, 1, 4 * WorkTeam.Threads);
        long length = (long)(size.Taps + 1) * size.Filters;
        float* sums = scratch.Zeros(parts * length);
        WidestLanes.Run(parts, new BackwardWeightWork(size, x, dy, sums, rows, parts));
        var total = new Span<float>(sums, checked((int)length));
        for (int part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(total, new ReadOnlySpan<float>(sums + part * length, total.Length), total);
        }

        Transpose.Run(size.Taps, size.Filters, sums, size.Filters, dw, size.Taps);
        if (db != null)
        {
            total[(size.Taps * size.Filters)..].CopyTo(new Span<float>(db, size.Filters));
        }
    }

    // Filters × taps as they come; taps × filters as rows of channels.
    private static float* ByTap(in ConvolutionSize size, float* w, in Scratch scratch)
    {
        float* packed = scratch.Floats((long)size.Filters * size.Taps);
        Transpose.Run(size.Filters, size.Taps, w, size.Taps, packed, size.Filters);
        return packed;
    }

    /// <summary>A row of pixels with each channel once for each of its filters: the row itself where that is one.</summary>
    private static float* Repeated(in ConvolutionSize s, float* row, in Scratch scratch)
    {
        int times = s.GroupFilters;
        if (times == 1)
        {
            return row;
        }

        float* repeated = scratch.Floats((long)s.W * s.Filters);
        for (int i = 0; i < s.W * s.C; i++)
        {
            new Span<float>(repeated + (long)i * times, times).Fill(row[i]);
        }

        return repeated;
    }

    /// <summary>The rows of the input that the kernel's rows read for an output row; null above and below the image.</summary>
    private static float** InputRows(in ConvolutionSize s, float* image, int oh, in Scratch scratch)
    {
        var rows = (float**)scratch.Take<nint>(s.KernelH);
        for (int r = 0; r < s.KernelH; r++)
        {
            int h = oh * s.StrideH - s.PadTop + r * s.DilationH;
            rows[r] = (uint)h < (uint)s.H ? Repeated(s, image + (long)h * s.W * s.C, scratch) : null;
        }

        return rows;
    }

    private readonly struct ForwardWork(ConvolutionSize s, float* x, float* w, float* bias, float* y, Epilogue epilogue) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int n, int oh) = Math.DivRem(part, s.OutH);
            using var scratch = Scratch.Open();
            float** rows = InputRows(s, x + (long)n * s.H * s.W * s.C, oh, scratch);
            var taps = new DepthwiseTaps(scratch, s.Taps);
            for (int ow = 0; ow < s.OutW; ow++)
            {
                taps.Clear();
                int left = ow * s.StrideW - s.PadLeft;
                (int first, int end) = ImageBand.Inside(left, s.DilationW, s.KernelW, s.W);
                for (int r = 0; r < s.KernelH; r++)
                {
                    for (int q = first; q < end && rows[r] != null; q++)
                    {
                        taps.Add(rows[r] + (long)(left + q * s.DilationW) * s.Filters, w + (long)(r * s.KernelW + q) * s.Filters);
                    }
                }

                taps.Sum<T>(s.Filters, bias, y + ((long)part * s.OutW + ow) * s.Filters);
            }

            epilogue.Apply(new PixelRun(y + (long)part * s.OutW * s.Filters, s.OutW, s.Filters, 0, s.Filters));
        }
    }

    private readonly struct BackwardInputWork(ConvolutionSize s, float* dy, float* w, float* dx) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int n, int h) = Math.DivRem(part, s.H);
            using var scratch = Scratch.Open();
            float* gradient = dy + (long)n * s.OutH * s.OutW * s.Filters;
            float* sums = s.GroupFilters == 1 ? null : scratch.Floats(s.Filters);
            var taps = new DepthwiseTaps(scratch, s.Taps);
            for (int column = 0; column < s.W; column++)
            {
                taps.Clear();
                for (int r = 0; r < s.KernelH; r++)
                {
                    if (Output(h + s.PadTop - r * s.DilationH, s.StrideH, s.OutH) is var oh and >= 0)
                    {
                        AddRow(ref taps, gradient + (long)oh * s.OutW * s.Filters, r, column);
                    }
                }

                float* target = dx + ((long)part * s.W + column) * s.C;
                taps.Sum<T>(s.Filters, null, sums == null ? target : sums);
                for (int c = 0; c < s.C && sums != null; c++)
                {
                    target[c] = TensorPrimitives.Sum(new ReadOnlySpan<float>(sums + (long)c * s.GroupFilters, s.GroupFilters));
                }
            }
        }

        private void AddRow(ref DepthwiseTaps taps, float* row, int r, int column)
        {
            for (int q = 0; q < s.KernelW; q++)
            {
                if (Output(column + s.PadLeft - q * s.DilationW, s.StrideW, s.OutW) is var ow and >= 0)
                {
                    taps.Add(row + (long)ow * s.Filters, w + (long)(r * s.KernelW + q) * s.Filters);
                }
            }
        }

        // The output that had read from there; -1 if there is none.
        private static int Output(int distance, int stride, int outputs) =>
            distance >= 0 && distance % stride == 0 && distance / stride < outputs ? distance / stride : -1;
    }

    private readonly struct BackwardWeightWork(ConvolutionSize s, float* x, float* dy, float* sums, int rows, int parts) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            float* own = sums + part * (long)(s.Taps + 1) * s.Filters;
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            for (long row = start; row < end; row++)
            {
                (long n, long oh) = Math.DivRem(row, s.OutH);
                float* gradient = dy + row * s.OutW * s.Filters;
                ColumnSums.Add<T>(s.OutW, s.Filters, gradient, own + (long)s.Taps * s.Filters);
                using var scratch = Scratch.Open();
                float** inputs = InputRows(s, x + n * s.H * s.W * s.C, (int)oh, scratch);
                if (DepthwiseNine.Fits(s))
                {
                    DepthwiseNineGradient.Add<T>(s, inputs[0], inputs[1], inputs[2], gradient, own);
                    continue;
                }

                for (int tap = 0; tap < s.Taps; tap++)
                {
                    (int r, int q) = Math.DivRem(tap, s.KernelW);
                    if (inputs[r] != null)
                    {
                        AddTap<T>(inputs[r], gradient, q, own + (long)tap * s.Filters);
                    }
                }
            }
        }

        private void AddTap<T>(float* input, float* gradient, int q, float* sum) where T : struct, ILanes<T>
        {
            int shift = q * s.DilationW - s.PadLeft;
            (int first, int end) = ImageBand.Inside(shift, s.StrideW, s.OutW, s.W);
            if (first >= end)
            {
                return;
            }

            float* from = input + (long)(first * s.StrideW + shift) * s.Filters;
            gradient += (long)first * s.Filters;
            int c = 0;
            for (; c <= s.Filters - T.Count; c += T.Count)
            {
                AddLanes<T>(from + c, gradient + c, end - first, sum + c);
            }

            for (; c < s.Filters; c++)
            {
                AddLanes<Lanes1>(from + c, gradient + c, end - first, sum + c);
            }
        }

        private void AddLanes<T>(float* from, float* gradient, int count, float* sum) where T : struct, ILanes<T>
        {
            T total = T.Load(sum);
            long step = (long)s.StrideW * s.Filters;
            for (int i = 0; i < count; i++, from += step, gradient += s.Filters)
            {
                total = T.MultiplyAdd(T.Load(from), T.Load(gradient), total);
            }

            total.Store(sum);
        }
    }
}
