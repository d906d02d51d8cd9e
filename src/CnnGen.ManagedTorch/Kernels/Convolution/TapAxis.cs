namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Places along one axis from which an output reads: output i reads source i·Step + Offset(t) for each tap t.
/// Offsets ascend.
/// </summary>
internal readonly unsafe struct TapAxis
{
    public readonly int Step, Count;
    private readonly int* _offsets, _kernel;

    private TapAxis(int step, int count, int* offsets, int* kernel)
    {
        (Step, Count) = (step, count);
        _offsets = offsets;
        _kernel = kernel;
    }

    public int First => Count == 0 ? 0 : _offsets[0];

    public int Last => Count == 0 ? 0 : _offsets[Count - 1];

    /// <summary>Whether the taps are neighbours, so that a run of taps is one run of memory.</summary>
    public bool IsDense => Count > 0 && Last - First == Count - 1;

    public int Offset(int tap) => _offsets[tap];

    /// <summary>The taps of an output that read sources within 0..length.</summary>
    public (int First, int End) Inside(int output, int length)
    {
        int first = 0, end = Count;
        while (first < end && output * Step + _offsets[first] < 0)
        {
            first++;
        }

        while (end > first && output * Step + _offsets[end - 1] >= length)
        {
            end--;
        }

        return (first, end);
    }

    /// <summary>Which place of the kernel the tap is.</summary>
    public int Kernel(int tap) => _kernel[tap];

    /// <summary>The forward direction: an output reads the input at stride and dilation.</summary>
    public static TapAxis Forward(int kernel, int stride, int dilation, int pad, in Scratch scratch)
    {
        int* offsets = scratch.Take<int>(kernel), places = scratch.Take<int>(kernel);
        for (int k = 0; k < kernel; k++)
        {
            (offsets[k], places[k]) = (k * dilation - pad, k);
        }

        return new TapAxis(stride, kernel, offsets, places);
    }

    /// <summary>
    /// The way back for the inputs phase, phase + stride, …: which outputs had read them. Split by phase, the gradient
    /// of a strided convolution is a few convolutions with stride one and a part of the kernel each.
    /// </summary>
    public static TapAxis Backward(int kernel, int stride, int dilation, int pad, int phase, in Scratch scratch)
    {
        int* offsets = scratch.Take<int>(kernel), places = scratch.Take<int>(kernel);
        int count = 0;
        for (int k = kernel - 1; k >= 0; k--)
        {
            int distance = phase + pad - k * dilation;
            if (distance % stride == 0)
            {
                (offsets[count], places[count]) = (distance / stride, k);
                count++;
            }
        }

        return new TapAxis(1, count, offsets, places);
    }
}
