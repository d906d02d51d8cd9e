namespace CnnGen.ManagedTorch.Kernels;

/// <summary>2-D convolution of NHWC images with PyTorch's weights (filters, channels of a group, height, width).</summary>
internal static unsafe class Convolution
{
    /// <summary>y = x * w + bias; <paramref name="bias"/> may be null.</summary>
    /// <param name="kept">Where packed weights stay for the next call with the same ones; null for weights that change.</param>
    public static void Forward(in ConvolutionSize size, float* x, float* w, float* bias, float* y, Rounding rounding, KeptWeights? kept = null)
    {
        if (size.N == 0)
        {
            return;
        }

        if (DepthwiseConvolution.Fits(size))
        {
            DepthwiseConvolution.Forward(size, x, w, bias, y, kept);
            return;
        }

        if (rounding == Rounding.BesideTheTile && WinogradConvolution.Fits(size))
        {
            new WinogradConvolution(WinogradOperands.Forward(size, x, w, bias, y)).Run(kept, PackedKey.Of(Packing.Winograd, size, w));
            return;
        }

        if (WinogradRowConvolution.Fits(size))
        {
            new WinogradRowConvolution(WinogradOperands.Forward(size, x, w, bias, y)).Run(kept, PackedKey.Of(Packing.WinogradRows, size, w));
            return;
        }

        using var scratch = Scratch.Open();
        var convolution = new TapConvolution
        {
            Source = x, N = size.N, H = size.H, W = size.W, C = size.C,
            Target = y, Rows = size.OutH, Cols = size.OutW, TargetPixel = size.Filters,
            TargetRow = (long)size.OutW * size.Filters, TargetImage = (long)size.OutH * size.OutW * size.Filters,
            Vertical = TapAxis.Forward(size.KernelH, size.StrideH, size.DilationH, size.PadTop, scratch),
            Horizontal = TapAxis.Forward(size.KernelW, size.StrideW, size.DilationW, size.PadLeft, scratch),
            Groups = size.Groups, Depth = size.GroupC, Outputs = size.GroupFilters,
            Weights = w, KernelW = size.KernelW, WeightDepth = size.Taps, WeightOutput = (long)size.GroupC * size.Taps,
            WeightGroup = (long)size.GroupFilters * size.GroupC * size.Taps, Bias = bias,
        };
        if (size.IsPointwise) convolution.JoinRows();
        convolution.Run(kept, PackedKey.Of(Packing.Taps, size, w));
    }

    /// <summary>The gradient of the input.</summary>
    public static void BackwardInput(in ConvolutionSize size, float* dy, float* w, float* dx, Rounding rounding)
    {
        if (size.N == 0)
        {
            return;
        }

        if (DepthwiseConvolution.Fits(size))
        {
            DepthwiseConvolution.BackwardInput(size, dy, w, dx);
            return;
        }

        if (rounding == Rounding.BesideTheTile && WinogradConvolution.Fits(size)
            && WinogradPlan.Pays(size.N, size.H, size.W, (long)size.C * size.Filters))
        {
            new WinogradConvolution(WinogradOperands.BackwardInput(size, dy, w, dx)).Run();
            return;
        }

        for (int phaseH = 0; phaseH < Math.Min(size.StrideH, size.H); phaseH++)
        {
            for (int phaseW = 0; phaseW < Math.Min(size.StrideW, size.W); phaseW++)
            {
                BackwardInputPhase(size, dy, w, dx, phaseH, phaseW);
            }
        }
    }

    /// <summary>The gradients of the weights and, unless <paramref name="db"/> is null, of the bias.</summary>
    public static void BackwardWeight(in ConvolutionSize size, float* x, float* dy, float* dw, float* db)
    {
        if (DepthwiseConvolution.Fits(size))
        {
            DepthwiseConvolution.BackwardWeight(size, x, dy, dw, db);
            return;
        }

        if (WinogradWeightGradient.Fits(size))
        {
            new WinogradWeightGradient(size, x, dy, dw, db).Run();
            return;
        }

        new WeightGradient(size, x, dy, dw, db).Run();
    }

    private static void BackwardInputPhase(in ConvolutionSize size, float* dy, float* w, float* dx, int phaseH, int phaseW)
    {
        using var scratch = Scratch.Open();
        var convolution = new TapConvolution
        {
            Source = dy, N = size.N, H = size.OutH, W = size.OutW, C = size.Filters,
            Target = dx + ((long)phaseH * size.W + phaseW) * size.C,
            Rows = (size.H - phaseH + size.StrideH - 1) / size.StrideH, Cols = (size.W - phaseW + size.StrideW - 1) / size.StrideW,
            TargetPixel = (long)size.StrideW * size.C, TargetRow = (long)size.StrideH * size.W * size.C, TargetImage = (long)size.H * size.W * size.C,
            Vertical = TapAxis.Backward(size.KernelH, size.StrideH, size.DilationH, size.PadTop, phaseH, scratch),
            Horizontal = TapAxis.Backward(size.KernelW, size.StrideW, size.DilationW, size.PadLeft, phaseW, scratch),
            Groups = size.Groups, Depth = size.GroupFilters, Outputs = size.GroupC,
            Weights = w, KernelW = size.KernelW, WeightDepth = (long)size.GroupC * size.Taps, WeightOutput = size.Taps,
            WeightGroup = (long)size.GroupFilters * size.GroupC * size.Taps,
        };
        if (size.IsPointwise) convolution.JoinRows();
        convolution.Run();
    }
}
