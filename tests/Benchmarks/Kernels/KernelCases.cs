using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.Benchmarks.Kernels;

/// <summary>The kernels of the notebook's networks at batch 64, and those of ResNet-18, VGG-16 and MobileNetV2.</summary>
internal static unsafe class KernelCases
{
    private const int Rows = 64 * 28 * 28, Channels = 32;
    private const long Activations = (long)Rows * Channels;
    private const long DenseWeights = 128L * 28 * 28 * 32;

    public static IEnumerable<KernelCase> All() =>
    [
        .. KernelCase.Convolution("3×3 1→32 @28", Square(64, 28, 1, 32, 3, 1, 1)),
        .. KernelCase.Convolution("3×3 32→32 @28", Square(64, 28, 32, 32, 3, 1, 1)),
        .. KernelCase.Convolution("3×3 32→32 @26 valid", Square(64, 26, 32, 32, 3, 1, 0)),
        .. KernelCase.Convolution("3×3 32→32 @24 valid", Square(64, 24, 32, 32, 3, 1, 0)),
        .. KernelCase.Convolution("3×3/2 1→32 @28", Square(64, 28, 1, 32, 3, 2, 0) with { PadBottom = 1, PadRight = 1 }),
        .. KernelCase.Convolution("3×3/2 32→32 @14", Square(64, 14, 32, 32, 3, 2, 0) with { PadBottom = 1, PadRight = 1 }),
        KernelCase.Product("dense 25088→128 forward", false, true, 64, 128, 25088),
        KernelCase.Product("dense 25088→128 input gradient", false, false, 64, 25088, 128),
        KernelCase.Product("dense 25088→128 weight gradient", true, false, 128, 25088, 64),
        KernelCase.Product("dense 25088→128 forward, batch 1", false, true, 1, 128, 25088),
        KernelCase.Product("product 1024×1024×1024", false, false, 1024, 1024, 1024),
        .. KernelCase.Convolution("7×7/2 3→64 @224", Square(8, 224, 3, 64, 7, 2, 3)),
        .. KernelCase.Convolution("3×3 64→64 @56", Square(16, 56, 64, 64, 3, 1, 1)),
        .. KernelCase.Convolution("3×3 128→128 @28", Square(16, 28, 128, 128, 3, 1, 1)),
        .. KernelCase.Convolution("3×3 256→256 @14", Square(16, 14, 256, 256, 3, 1, 1)),
        .. KernelCase.Convolution("3×3 512→512 @7", Square(16, 7, 512, 512, 3, 1, 1)),
        .. KernelCase.Convolution("1×1 256→64 @56", Square(8, 56, 256, 64, 1, 1, 0)),
        .. KernelCase.Convolution("1×1/2 256→512 @56", Square(8, 56, 256, 512, 1, 2, 0)),
        .. KernelCase.Convolution("1×1 16→96 @112", Square(8, 112, 16, 96, 1, 1, 0)),
        .. KernelCase.Convolution("1×1 24→144 @56", Square(8, 56, 24, 144, 1, 1, 0)),
        .. KernelCase.Convolution("1×1 144→24 @56", Square(8, 56, 144, 24, 1, 1, 0)),
        .. KernelCase.Convolution("1×1 96→576 @14", Square(8, 14, 96, 576, 1, 1, 0)),
        .. KernelCase.Convolution("1×1 576→96 @14", Square(8, 14, 576, 96, 1, 1, 0)),
        .. KernelCase.Convolution("1×1 320→1280 @7", Square(8, 7, 320, 1280, 1, 1, 0)),
        .. KernelCase.Convolution("3×3 depthwise 144 @56", Square(8, 56, 144, 144, 3, 1, 1) with { Groups = 144 }),
        .. KernelCase.Convolution("3×3/2 depthwise 96 @113", Square(8, 113, 96, 96, 3, 2, 0) with { Groups = 96 }),
        .. Passes(),
    ];

    private static ConvolutionSize Square(int n, int width, int c, int filters, int kernel, int stride, int pad) =>
        new(n, width, width, c, filters, kernel, kernel, stride, stride, pad, pad, pad, pad, 1, 1, 1);

    /// <summary>Kernels that memory limits: their figure is GB/s.</summary>
    private static IEnumerable<KernelCase> Passes() =>
    [
        Pass("batch normalization: statistics", 1, p => Normalization.BatchStatistics(Rows, Channels, p[0], p[4], p[5])),
        Pass("batch normalization: apply", 2, p => Normalization.BatchApply(Rows, Channels, p[0], p[4], default(IdentityFunction), p[1])),
        Pass("batch normalization with ReLU: backward", 5,
            p => Normalization.BatchBackward(new NormalizationGradient(Rows, Channels, p[0], p[4], p[5], p[6], p[2], p[7], p[8]), p[1], default(Rectifier))),
        Pass("relu", 2, p => ManagedTorch.Kernels.Activations.Relu(Activations, p[0], p[1])),
        Pass("relu gradient", 3, p => ManagedTorch.Kernels.Activations.ReluBackward(Activations, p[0], p[1], p[2])),
        Pass("max pooling 2×2", 1.5, p => MaxPooling.Forward(new(64, 28, 28, 32, 2, 2, 2, 2, 0, 0, 1, 1, 14, 14), p[0], p[1], (int*)p[2])),
        new("Adam, dense 25088→128", 0, 28.0 * DenseWeights, allocate =>
        {
            nint parameter = allocate(DenseWeights), gradient = allocate(DenseWeights), first = allocate(DenseWeights), second = allocate(DenseWeights);
            Elementwise.Abs(DenseWeights, (float*)second, (float*)second);
            return () => OptimizerKernels.Adam(DenseWeights, (float*)parameter, (float*)gradient, (float*)first, (float*)second, null,
                1e-3, 0.9, 0.999, 1e-7, 0, 10, false);
        }),
    ];

    private delegate void PassKernel(float*[] arrays);

    /// <summary>Four arrays of activations, then arrays of a float a channel.</summary>
    private static KernelCase Pass(string name, double arrays, PassKernel kernel) =>
        new(name, 0, arrays * Activations * sizeof(float), allocate =>
        {
            var pointers = new float*[9];
            for (int i = 0; i < pointers.Length; i++)
            {
                pointers[i] = (float*)allocate(i < 4 ? Activations : 3 * Channels);
            }

            return () => kernel(pointers);
        });
}
