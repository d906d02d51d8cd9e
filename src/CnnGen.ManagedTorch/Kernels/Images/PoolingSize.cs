namespace CnnGen.ManagedTorch.Kernels;

/// <summary>The geometry of a 2-D pooling; the output size is given, because of PyTorch's ceil mode.</summary>
internal readonly record struct PoolingSize(
    int N, int H, int W, int C, int PoolH, int PoolW, int StrideH, int StrideW,
    int PadH, int PadW, int DilationH, int DilationW, int OutH, int OutW)
{
    /// <summary>Whether no pixel is in two windows, and a window's pixels are neighbours.</summary>
    public bool WindowsAreApart => DilationH == 1 && DilationW == 1 && StrideH >= PoolH && StrideW >= PoolW;

    /// <summary>Whether windows that are apart leave no pixel out.</summary>
    public bool WindowsCoverTheImage => StrideH == PoolH && StrideW == PoolW && OutH * StrideH - PadH >= H && OutW * StrideW - PadW >= W;
}
