using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Images of N × H × W × C floats, read at OutH × OutW places each.</summary>
internal readonly record struct GridSize(
    int N, int H, int W, int C, int OutH, int OutW, bool Nearest, GridSamplePaddingMode Padding, bool AlignCorners);
