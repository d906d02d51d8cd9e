using System.Numerics;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Sums over the middle of outer × reduced × inner.</summary>
internal static unsafe class SumLoops
{
    public static void Run(in ReductionPlan plan, TensorImpl result)
    {
        var source = plan.Dense;
        switch (source.Type)
        {
            case ScalarType.Float32: Floats(plan, source.Floats, result.Floats); break;
            case ScalarType.Float64: Loop(plan, (double*)source.Pointer, (double*)result.Pointer); break;
            case ScalarType.Int64: Loop(plan, (long*)source.Pointer, (long*)result.Pointer); break;
            case ScalarType.Int32: Loop(plan, (int*)source.Pointer, (int*)result.Pointer); break;
            default: Loop(plan, source.Pointer, result.Pointer); break;
        }

        GC.KeepAlive(result);
    }

    private static void Floats(in ReductionPlan plan, float* x, float* y)
    {
        if (plan.Inner == 1 && plan.Outer == 1)
        {
            *y = (float)Reduction.Sum(plan.Reduced, x);
        }
        else if (plan.Inner == 1)
        {
            Reduction.SumColumns(plan.Outer, Geometry.Int(plan.Reduced), x, y);
        }
        else
        {
            for (long o = 0; o < plan.Outer; o++)
                Reduction.SumRows(plan.Reduced, Geometry.Int(plan.Inner), x + (o * plan.Reduced * plan.Inner), y + (o * plan.Inner));
        }
    }

    private static void Loop<T>(in ReductionPlan plan, T* x, T* y) where T : unmanaged, INumber<T>
    {
        for (long o = 0; o < plan.Outer; o++)
        {
            for (long i = 0; i < plan.Inner; i++)
            {
                var sum = T.Zero;
                for (long r = 0; r < plan.Reduced; r++) sum += x[(((o * plan.Reduced) + r) * plan.Inner) + i];
                y[(o * plan.Inner) + i] = sum;
            }
        }
    }
}
