namespace CnnGen.ManagedTorch.Kernels;

/// <summary>The geometry of a 2-D convolution. <c>C</c> and <c>Filters</c> count over all groups.</summary>
internal readonly record struct ConvolutionSize(
    int N, int H, int W, int C, int Filters, int KernelH, int KernelW, int StrideH, int StrideW,
    int PadTop, int PadLeft, int PadBottom, int PadRight, int DilationH, int DilationW, int Groups)
{
    public int OutH => (H + PadTop + PadBottom - DilationH * (KernelH - 1) - 1) / StrideH + 1;

    public int OutW => (W + PadLeft + PadRight - DilationW * (KernelW - 1) - 1) / StrideW + 1;

    /// <summary>Input channels that one filter reads.</summary>
    public int GroupC => C / Groups;

    /// <summary>Filters that share their input channels.</summary>
    public int GroupFilters => Filters / Groups;

    public int Taps => KernelH * KernelW;

    /// <summary>The columns of outputs whose kernel lies wholly within the row of inputs.</summary>
    public (int First, int End) InnerColumns()
    {
        int first = Math.Min(OutW, (PadLeft + StrideW - 1) / StrideW), last = W - 1 - (KernelW - 1) * DilationW + PadLeft;
        return (first, last < 0 ? first : Math.Clamp(last / StrideW + 1, first, OutW));
    }

    /// <summary>Whether every output sees the one pixel in its place.</summary>
    public bool IsPointwise =>
        Taps == 1 && StrideH == 1 && StrideW == 1 && (PadTop | PadLeft | PadBottom | PadRight) == 0;

    /// <summary>Floating-point operations of the forward pass, a multiply-add counted as two.</summary>
    public long Operations => 2L * N * OutH * OutW * Filters * GroupC * Taps;
}
