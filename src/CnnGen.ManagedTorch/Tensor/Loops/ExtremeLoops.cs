using System.Numerics;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>The largest or smallest over the middle of outer × reduced × inner, and where it is first found. NaN wins, as in PyTorch.</summary>
internal static unsafe class ExtremeLoops
{
    public static void Run(in ReductionPlan plan, bool largest, TensorImpl? values, TensorImpl indices)
    {
        if (plan.Reduced == 0 && plan.Count > 0) throw TorchError.Create("max(): Expected reduction dim to have a non-zero size; the tensor is empty");
        var source = plan.Dense;
        var places = (long*)indices.Pointer;
        switch (source.Type)
        {
            case ScalarType.Float32: Loop(plan, largest, source.Floats, values is null ? null : values.Floats, places); break;
            case ScalarType.Float64: Loop(plan, largest, (double*)source.Pointer, values is null ? null : (double*)values.Pointer, places); break;
            case ScalarType.Int64: Loop(plan, largest, (long*)source.Pointer, values is null ? null : (long*)values.Pointer, places); break;
            case ScalarType.Int32: Loop(plan, largest, (int*)source.Pointer, values is null ? null : (int*)values.Pointer, places); break;
            default: Loop(plan, largest, source.Pointer, values is null ? null : values.Pointer, places); break;
        }

        GC.KeepAlive(indices);
        GC.KeepAlive(values);
    }

    private static void Loop<T>(in ReductionPlan plan, bool largest, T* x, T* values, long* indices) where T : unmanaged, INumber<T>
    {
        var step = plan.Inner;
        for (long o = 0; o < plan.Outer; o++)
        {
            for (long i = 0; i < plan.Inner; i++)
            {
                var column = x + (o * plan.Reduced * step) + i;
                var place = largest ? Largest(column, plan.Reduced, step) : Smallest(column, plan.Reduced, step);
                indices[(o * step) + i] = place;
                if (values != null) values[(o * step) + i] = column[place * step];
            }
        }
    }

    private static long Largest<T>(T* x, long count, long step) where T : unmanaged, INumber<T>
    {
        var place = 0L;
        var best = x[0];
        for (long r = 1; r < count && !T.IsNaN(best); r++)
        {
            var value = x[r * step];
            if (value > best || T.IsNaN(value)) (best, place) = (value, r);
        }

        return place;
    }

    private static long Smallest<T>(T* x, long count, long step) where T : unmanaged, INumber<T>
    {
        var place = 0L;
        var best = x[0];
        for (long r = 1; r < count && !T.IsNaN(best); r++)
        {
            var value = x[r * step];
            if (value < best || T.IsNaN(value)) (best, place) = (value, r);
        }

        return place;
    }
}
