using System.Numerics;
using System.Runtime.CompilerServices;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Copies between tensors of one shape, whatever their strides and element types.</summary>
internal static unsafe class StridedCopy
{
    /// <summary>Elements that are worth a thread of their own.</summary>
    private const long SmallestPart = 1 << 15;

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
        if (source.Type != ScalarType.Float32 || source.Rank < 3) return false;
        var shape = source.Shape;
        int n = Geometry.Int(shape[0]), c = Geometry.Int(shape[1]), spatial = Geometry.Int(Geometry.ElementCount(shape.AsSpan(2)));
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
        var capacity = Math.Max(1, source.Rank);
        var sizes = stackalloc long[capacity];
        var sourceSteps = stackalloc long[capacity];
        var targetSteps = stackalloc long[capacity];
        var rank = Merge(source, target, sizes, sourceSteps, targetSteps);
        var parts = (int)Math.Min(sizes[0], WorkTeam.PartsFor(source.Count, SmallestPart));
        WorkTeam.Run(parts, new Work<TFrom, TTo, TRule>((TFrom*)source.Pointer, (TTo*)target.Pointer, rank, sizes, sourceSteps, targetSteps, parts));
    }

    /// <summary>The dimensions in the target's order in memory, those that follow each other on both sides made one.</summary>
    private static int Merge(TensorImpl source, TensorImpl target, long* sizes, long* sourceSteps, long* targetSteps)
    {
        var rank = 0;
        (sizes[0], sourceSteps[0], targetSteps[0]) = (1, 0, 0);
        for (var dim = 0; dim < source.Rank; dim++)
        {
            if (source.Shape[dim] == 1) continue;
            var place = rank++;
            for (; place > 0 && targetSteps[place - 1] < target.Strides[dim]; place--)
                (sizes[place], sourceSteps[place], targetSteps[place]) = (sizes[place - 1], sourceSteps[place - 1], targetSteps[place - 1]);
            (sizes[place], sourceSteps[place], targetSteps[place]) = (source.Shape[dim], source.Strides[dim], target.Strides[dim]);
        }

        var kept = 0;
        for (var dim = 1; dim < rank; dim++)
        {
            var follows = sourceSteps[kept] == sourceSteps[dim] * sizes[dim] && targetSteps[kept] == targetSteps[dim] * sizes[dim];
            if (follows) sizes[kept] *= sizes[dim];
            else sizes[++kept] = sizes[dim];
            (sourceSteps[kept], targetSteps[kept]) = (sourceSteps[dim], targetSteps[dim]);
        }

        return kept + 1;
    }

    /// <summary>A slice of the outermost dimension.</summary>
    private readonly struct Work<TFrom, TTo, TRule>(
        TFrom* source, TTo* target, int rank, long* sizes, long* sourceSteps, long* targetSteps, int parts) : IWork
        where TFrom : unmanaged where TTo : unmanaged where TRule : struct, IRule<TFrom, TTo>
    {
        public void Run(int part)
        {
            var (start, end) = WorkTeam.Slice(sizes[0], parts, part);
            CopyDimension(0, start, end, source + (start * sourceSteps[0]), target + (start * targetSteps[0]));
        }

        private void CopyDimension(int dim, long start, long end, TFrom* from, TTo* to)
        {
            if (dim == rank - 1)
            {
                CopyRow(end - start, from, to);
                return;
            }

            for (var i = start; i < end; i++)
            {
                CopyDimension(dim + 1, 0, sizes[dim + 1], from, to);
                from += sourceSteps[dim];
                to += targetSteps[dim];
            }
        }

        private void CopyRow(long count, TFrom* from, TTo* to)
        {
            var (fromStep, toStep) = (sourceSteps[rank - 1], targetSteps[rank - 1]);
            if (typeof(TRule) == typeof(Keep<TFrom>) && fromStep == 1 && toStep == 1)
            {
                Buffer.MemoryCopy(from, to, count * sizeof(TTo), count * sizeof(TTo));
                return;
            }

            for (long i = 0; i < count; i++) to[i * toStep] = TRule.Apply(from[i * fromStep]);
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
