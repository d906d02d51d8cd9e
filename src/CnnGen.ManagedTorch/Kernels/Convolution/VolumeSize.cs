namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The geometry of a 3-D convolution of N×D×H×W×C volumes. A convolution of images is one of depth 1.
/// </summary>
/// <param name="N">Volumes.</param>
/// <param name="D">Slices of each.</param>
/// <param name="Slice">The convolution of one slice by one depth tap of the kernel; its own count of images is not used.</param>
internal readonly record struct VolumeSize(
    int N, int D, int KernelD, int StrideD, int DilationD, int PadFront, int PadBack, ConvolutionSize Slice)
{
    public int OutD => (D + PadFront + PadBack - DilationD * (KernelD - 1) - 1) / StrideD + 1;

    /// <summary>Whether each slice stands for itself, so that slices are images.</summary>
    public bool IsFlat => KernelD == 1 && StrideD == 1 && PadFront == 0 && PadBack == 0;

    /// <summary>The convolution of all slices as images; only where <see cref="IsFlat"/>.</summary>
    public ConvolutionSize AsFlat => Slice with { N = N * D };

    /// <summary>Places of a slice that goes in.</summary>
    public long Pixels => (long)Slice.H * Slice.W;

    /// <summary>The same as a convolution of images: those slices that an output slice reads, as channels side by side.</summary>
    public ConvolutionSize AsImages => Slice with { N = N * OutD, C = Slice.C * KernelD };
}
