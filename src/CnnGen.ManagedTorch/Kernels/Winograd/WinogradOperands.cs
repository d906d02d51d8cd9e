namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// What a 3 × 3 convolution with stride 1 reads and writes, as images with channels last. Like <see cref="TapConvolution"/> it is
/// the forward pass or, with the kernel turned around, the gradient of the input.
/// </summary>
internal unsafe struct WinogradOperands
{
    /// <summary>With fewer channels the transforms cost what the products save.</summary>
    private const int LeastChannels = 16;

    public float* Source;
    public int N, H, W, C;
    public float* Target;
    public int Rows, Cols, Outputs;

    /// <summary>Zeros before the first row and column of the source.</summary>
    public int Top, Left;

    /// <summary>Weights as they come: distances, in floats, between outputs and between channels read; the nine of a kernel are adjacent.</summary>
    public float* Weights;
    public long WeightOutput, WeightDepth;

    /// <summary>Whether the kernel is read from its last place to its first.</summary>
    public bool Turned;

    /// <summary>Null for none.</summary>
    public float* Bias;

    public Epilogue Epilogue;

    /// <summary>Outputs that a register tile is wide.</summary>
    public static int BlockWidth => 2 * WidestLanes.Count;

    public readonly int Blocks => (Outputs + BlockWidth - 1) / BlockWidth;

    /// <summary>Whether kernel, strides and channels are what the transforms are for.</summary>
    public static bool AreSuited(in ConvolutionSize s) =>
        s is { KernelH: 3, KernelW: 3, StrideH: 1, StrideW: 1, DilationH: 1, DilationW: 1, Groups: 1, C: >= LeastChannels, Filters: >= LeastChannels }
        && s.C % WidestLanes.Count == 0 && s.Filters % WidestLanes.Count == 0;

    /// <summary>y = x * w + bias.</summary>
    public static WinogradOperands Forward(in ConvolutionSize size, float* x, float* w, float* bias, float* y, in Epilogue epilogue) => new()
    {
        Source = x, N = size.N, H = size.H, W = size.W, C = size.C, Target = y, Rows = size.OutH, Cols = size.OutW, Outputs = size.Filters,
        Top = size.PadTop, Left = size.PadLeft, Weights = w, WeightOutput = 9L * size.C, WeightDepth = 9, Bias = bias, Epilogue = epilogue,
    };

    /// <summary>The gradient of the input.</summary>
    public static WinogradOperands BackwardInput(in ConvolutionSize size, float* dy, float* w, float* dx) => new()
    {
        Source = dy, N = size.N, H = size.OutH, W = size.OutW, C = size.Filters, Target = dx, Rows = size.H, Cols = size.W, Outputs = size.C,
        Top = 2 - size.PadTop, Left = 2 - size.PadLeft, Weights = w, WeightOutput = 9, WeightDepth = 9L * size.C, Turned = true,
    };
}
