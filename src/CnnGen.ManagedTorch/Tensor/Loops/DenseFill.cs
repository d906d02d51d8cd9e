using System.Runtime.InteropServices;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>One value into memory.</summary>
internal static unsafe class DenseFill
{
    public static void Anywhere(TensorImpl target, Scalar value)
    {
        if (target.IsContiguous || target.IsChannelsLast)
        {
            Run(target, value);
            return;
        }

        using var number = Held.New([], target.Type);
        Run(number.Impl, value);
        using var stretched = Held.Stretched(number.Impl, target.Shape);
        StridedCopy.Copy(stretched.Impl, target);
    }

    /// <summary>Into dense memory.</summary>
    public static void Run(TensorImpl target, Scalar value)
    {
        if (value.Real == 0 && !double.IsNegative(value.Real))
        {
            NativeMemory.Clear(target.Pointer, (nuint)(target.Count * target.Type.Size()));
        }
        else
        {
            switch (target.Type)
            {
                case ScalarType.Float32: Elementwise.Fill(target.Count, (float)value.Real, target.Floats); break;
                case ScalarType.Float64: Fill((double*)target.Pointer, target.Count, value.Real); break;
                case ScalarType.Int64: Fill((long*)target.Pointer, target.Count, value.Whole); break;
                case ScalarType.Int32: Fill((int*)target.Pointer, target.Count, (int)value.Whole); break;
                case ScalarType.Byte: Fill(target.Pointer, target.Count, (byte)value.Whole); break;
                default: Fill(target.Pointer, target.Count, (byte)1); break;
            }
        }

        GC.KeepAlive(target);
    }

    private static void Fill<T>(T* target, long count, T value) where T : unmanaged
    {
        for (long i = 0; i < count; i++) target[i] = value;
    }
}
