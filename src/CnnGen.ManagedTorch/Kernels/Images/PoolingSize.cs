namespace CnnGen.ManagedTorch.Kernels;

/// <summary>The geometry of a 2-D pooling; the output size is given, because of PyTorch's ceil mode.</summary>
internal readonly record struct PoolingSize(
    int N, int H, int W, int C, int PoolH, int PoolW, int StrideH, int StrideW,
    int PadH, int PadW, int DilationH, int DilationW, int OutH, int OutW);
