using System.Numerics;
using System.Runtime.CompilerServices;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Copies between tensors of one shape, whatever their strides and element types.</summary>
internal static unsafe class StridedCopy
{
    public static void Copy(TensorImpl source, TensorImpl target)
    {
        if (source.Count == 0) return;
        if (source.Type == target.Type)
        {
            if (!TryCopyBlock(source, target) && !TrySwapLayout(source, target)) CopySame(source, target);
        }
        else
        {
            Convert(source, target);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(target);
    }

    private static bool TryCopyBlock(TensorImpl source, TensorImpl target)
    {
        var sameOrder = (source.IsContiguous && target.IsContiguous) || (source.IsChannelsLast && target.IsChannelsLast);
        if (!sameOrder) return false;
        var bytes = source.Count * source.Type.Size();
        if (source.Pointer != target.Pointer) Buffer.MemoryCopy(source.Pointer, target.Pointer, bytes, bytes);
        return true;
    }

    private static bool TrySwapLayout(TensorImpl source, TensorImpl target)
    {
        if (source.Type != ScalarType.Float32 || source.Rank != 4) return false;
        var shape = source.Shape;
        int n = (int)shape[0], c = (int)shape[1], spatial = checked((int)(shape[2] * shape[3]));
        if (source.IsContiguous && target.IsChannelsLast) Layout.ChannelsLast(n, spatial, c, source.Floats, target.Floats);
        else if (source.IsChannelsLast && target.IsContiguous) Layout.ChannelsFirst(n, spatial, c, source.Floats, target.Floats);
        else return false;
        return true;
    }

    private static void CopySame(TensorImpl source, TensorImpl target)
    {
        switch (source.Type.Size())
        {
            case 1: Walk<byte, byte, Keep<byte>>(source, target); break;
            case 4: Walk<int, int, Keep<int>>(source, target); break;
            default: Walk<long, long, Keep<long>>(source, target); break;
        }
    }

    private static void Convert(TensorImpl source, TensorImpl target)
    {
        switch (source.Type)
        {
            case ScalarType.Byte or ScalarType.Bool: ConvertFrom<byte>(source, target); break;
            case ScalarType.Int32: ConvertFrom<int>(source, target); break;
            case ScalarType.Int64: ConvertFrom<long>(source, target); break;
            case ScalarType.Float32: ConvertFrom<float>(source, target); break;
            default: ConvertFrom<double>(source, target); break;
        }
    }

    private static void ConvertFrom<TFrom>(TensorImpl source, TensorImpl target) where TFrom : unmanaged, INumber<TFrom>
    {
        switch (target.Type)
        {
            case ScalarType.Bool: Walk<TFrom, byte, Test<TFrom>>(source, target); break;
            case ScalarType.Byte: Walk<TFrom, byte, Cast<TFrom, byte>>(source, target); break;
            case ScalarType.Int32: Walk<TFrom, int, Cast<TFrom, int>>(source, target); break;
            case ScalarType.Int64: Walk<TFrom, long, Cast<TFrom, long>>(source, target); break;
            case ScalarType.Float32: Walk<TFrom, float, Cast<TFrom, float>>(source, target); break;
            default: Walk<TFrom, double, Cast<TFrom, double>>(source, target); break;
        }
    }

    private static void Walk<TFrom, TTo, TRule>(TensorImpl source, TensorImpl target)
        where TFrom : unmanaged where TTo : unmanaged where TRule : struct, IRule<TFrom, TTo>
    {
        var from = (TFrom*)source.Pointer;
        var to = (TTo*)target.Pointer;
        var rank = source.Rank;
        if (rank == 0)
        {
            *to = TRule.Apply(*from);
            return;
        }

        var (shape, sourceStrides, targetStrides) = (source.Shape, source.Strides, target.Strides);
        var inner = shape[rank - 1];
        var (sourceStep, targetStep) = (sourceStrides[rank - 1], targetStrides[rank - 1]);
        Span<long> index = stackalloc long[rank];
        index.Clear();
        while (true)
        {
            for (long i = 0; i < inner; i++) to[i * targetStep] = TRule.Apply(from[i * sourceStep]);
            var dim = rank - 2;
            for (; dim >= 0; dim--)
            {
                from += sourceStrides[dim];
                to += targetStrides[dim];
                if (++index[dim] < shape[dim]) break;
                from -= sourceStrides[dim] * shape[dim];
                to -= targetStrides[dim] * shape[dim];
                index[dim] = 0;
            }

            if (dim < 0) return;
        }
    }

    private interface IRule<TFrom, TTo>
    {
        static abstract TTo Apply(TFrom value);
    }

    private readonly struct Keep<T> : IRule<T, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply(T value) => value;
    }

    // As a cast in C does: towards zero, whole numbers wrapping around.
    private readonly struct Cast<TFrom, TTo> : IRule<TFrom, TTo> where TFrom : INumber<TFrom> where TTo : INumber<TTo>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TTo Apply(TFrom value) => TTo.CreateTruncating(value);
    }

    private readonly struct Test<TFrom> : IRule<TFrom, byte> where TFrom : INumber<TFrom>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static byte Apply(TFrom value) => value != TFrom.Zero ? (byte)1 : (byte)0;
    }
}
