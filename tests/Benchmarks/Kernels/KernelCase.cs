using CnnGen.ManagedTorch.Memory;
using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.Benchmarks.Kernels;

/// <summary>A kernel on data of its own. <see cref="Bytes"/> are what has to pass through memory, for kernels that it limits.</summary>
internal sealed unsafe class KernelCase(string name, double operations, double bytes, Func<Func<long, nint>, Action> prepare)
{
    public string Name => name;

    public double Operations => operations;

    public double Bytes => bytes;

    /// <summary>Allocates the kernel's arrays, hands the call over, and frees them.</summary>
    public void Use(Action<Action> measure)
    {
        var blocks = new List<nint>();
        try
        {
            measure(prepare(Allocate));
        }
        finally
        {
            foreach (nint block in blocks)
            {
                NativeBlock.Free((void*)block);
            }
        }

        nint Allocate(long floats)
        {
            var block = (float*)NativeBlock.Allocate(floats * sizeof(float));
            blocks.Add((nint)block);
            var random = new Random(1);
            for (long i = 0; i < floats; i++)
            {
                block[i] = random.NextSingle() - 0.5f;
            }

            return (nint)block;
        }
    }

    /// <summary>A convolution's directions, forward also with weights kept from call to call, without the gradient that the first layer does not need.</summary>
    public static KernelCase[] Convolution(string name, ConvolutionSize s)
    {
        long inputs = (long)s.N * s.H * s.W * s.C, outputs = (long)s.N * s.OutH * s.OutW * s.Filters, weights = (long)s.Filters * s.GroupC * s.Taps;
        double bytes = 4.0 * (inputs + outputs + weights);
        KernelCase Forward(string kind, Rounding rounding, KeptWeights? kept) => new(name + kind, s.Operations, bytes, allocate =>
        {
            nint x = allocate(inputs), w = allocate(weights), bias = allocate(s.Filters), y = allocate(outputs);
            return () => ManagedTorch.Kernels.Convolution.Forward(s, (float*)x, (float*)w, (float*)bias, (float*)y, rounding, kept);
        });
        KernelCase forward = Forward(" forward", Rounding.BesideTheRow, null), inference = Forward(" inference", Rounding.BesideTheTile, new KeptWeights());
        KernelCase input = new(name + " input gradient", s.Operations, bytes, allocate =>
        {
            nint dy = allocate(outputs), w = allocate(weights), dx = allocate(inputs);
            return () => ManagedTorch.Kernels.Convolution.BackwardInput(s, (float*)dy, (float*)w, (float*)dx, Rounding.BesideTheTile);
        });
        KernelCase weight = new(name + " weight gradient", s.Operations, bytes, allocate =>
        {
            nint x = allocate(inputs), dy = allocate(outputs), dw = allocate(weights), db = allocate(s.Filters);
            return () => ManagedTorch.Kernels.Convolution.BackwardWeight(s, (float*)x, (float*)dy, (float*)dw, (float*)db);
        });
        return s.C <= 3 ? [forward, inference, weight] : [forward, inference, input, weight];
    }

    public static KernelCase Product(string name, bool transA, bool transB, int m, int n, int k) =>
        new(name, 2.0 * m * n * k, 4.0 * ((double)m * k + (double)k * n + (double)m * n), allocate =>
        {
            nint a = allocate((long)m * k), b = allocate((long)k * n), c = allocate((long)m * n);
            return () => MatMul.Gemm(transA, transB, m, n, k, (float*)a, transA ? m : k, (float*)b, transB ? k : n, 0, (float*)c, n);
        });
}
