using TorchSharp;

namespace CnnGen.ManagedTorch;

/// <summary>
/// A tensor as outer × reduced × inner in memory, so that a reduction is two plain loops. Where the dimensions do not lie
/// that way, it is copied once.
/// </summary>
internal readonly ref struct ReductionPlan : IDisposable
{
    private readonly Held _dense;
    private readonly long[] _shape;
    private readonly ulong _reduced;

    // The order in memory: as the tensor's own, or what is kept before what is reduced.
    private readonly MemoryLayout? _layout;

    private ReductionPlan(Held dense, long[] shape, ulong reduced, MemoryLayout? layout)
    {
        _dense = dense;
        (_shape, _reduced, _layout) = (shape, reduced, layout);
        Outer = Reduced = Inner = 1;
        var seen = false;
        for (var place = 0; place < shape.Length; place++)
        {
            var dim = DimensionAt(place);
            if (IsReduced(dim)) (Reduced, seen) = (Reduced * shape[dim], seen || shape[dim] != 1);
            else if (seen) Inner *= shape[dim];
            else Outer *= shape[dim];
        }

        Count = Outer * Inner;
    }

    public TensorImpl Dense => _dense.Impl;

    public long Outer { get; }

    public long Reduced { get; }

    public long Inner { get; }

    /// <summary>Elements of the result.</summary>
    public long Count { get; }

    /// <summary>No dimensions means all of them.</summary>
    public static ReductionPlan For(TensorImpl tensor, ReadOnlySpan<long> dims)
    {
        var shape = tensor.Shape;
        var reduced = dims.Length == 0 ? ulong.MaxValue : 0;
        foreach (var dim in dims)
        {
            var index = Geometry.Dimension(dim, shape.Length);
            if (shape.Length == 0) continue;
            if ((reduced & (1UL << index)) != 0) throw TorchError.Create($"dim {index} appears multiple times in the list of dims");
            reduced |= 1UL << index;
        }

        return tensor.Has(tensor.Layout) && IsOneBlock(shape, reduced, tensor.Layout)
            ? new ReductionPlan(Held.Share(tensor), shape, reduced, tensor.Layout)
            : new ReductionPlan(Sorted(tensor, reduced), shape, reduced, null);
    }

    /// <summary>An uninitialised result; <see cref="Shaped"/> gives it its shape.</summary>
    public Held NewResult(torch.ScalarType type) => Held.New([Count], type);

    /// <summary>The result in the order and shape of the dimensions that are kept.</summary>
    public torch.Tensor Shaped(in Held flat, bool keepDims)
    {
        var rank = _shape.Length;
        Span<long> strides = rank <= Geometry.UsualRank ? stackalloc long[rank] : new long[rank];
        Span<long> newShape = rank <= Geometry.UsualRank ? stackalloc long[rank] : new long[rank];
        KeptStrides(strides);
        var newRank = 0;
        for (var dim = 0; dim < rank; dim++)
        {
            var reduced = IsReduced(dim);
            if (reduced && !keepDims) continue;
            newShape[newRank] = reduced ? 1 : _shape[dim];
            strides[newRank++] = reduced ? Math.Max(1, Count) : strides[dim];
        }

        using var shaped = Held.Own(flat.Impl.Window(newShape[..newRank], strides[..newRank], 0));
        return shaped.Impl.IsContiguous || shaped.Impl.IsChannelsLast
            ? shaped.Handle()
            : torch.Tensor.Of(shaped.Impl.CopyIn(MemoryLayout.Contiguous));
    }

    public void Dispose() => _dense.Dispose();

    private bool IsReduced(int dim) => IsReduced(_reduced, dim);

    private int DimensionAt(int place) =>
        _layout is { } layout ? Geometry.DimensionAt(place, _shape.Length, layout) : SortedDimensionAt(place, _shape.Length, _reduced);

    // Strides of the result, for the dimensions that are kept.
    private void KeptStrides(Span<long> strides)
    {
        var stride = 1L;
        for (var place = _shape.Length - 1; place >= 0; place--)
        {
            var dim = DimensionAt(place);
            if (IsReduced(dim)) continue;
            strides[dim] = stride;
            stride *= Math.Max(1, _shape[dim]);
        }
    }

    private static bool IsReduced(ulong reduced, int dim) => (reduced & (1UL << dim)) != 0;

    private static bool IsOneBlock(long[] shape, ulong reduced, MemoryLayout layout)
    {
        var state = 0;
        for (var place = 0; place < shape.Length; place++)
        {
            var dim = Geometry.DimensionAt(place, shape.Length, layout);
            if (shape[dim] == 1) continue;
            if (IsReduced(reduced, dim) && state == 2) return false;
            if (IsReduced(reduced, dim)) state = 1;
            else if (state == 1) state = 2;
        }

        return true;
    }

    // First what is kept, then what is reduced, each in its own order.
    private static int SortedDimensionAt(int place, int rank, ulong reduced)
    {
        foreach (var wanted in (ReadOnlySpan<bool>)[false, true])
        {
            for (var dim = 0; dim < rank; dim++)
            {
                if (IsReduced(reduced, dim) == wanted && place-- == 0) return dim;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }

    private static Held Sorted(TensorImpl tensor, ulong reduced)
    {
        var (shape, strides) = (new long[tensor.Rank], new long[tensor.Rank]);
        for (var place = 0; place < shape.Length; place++)
        {
            var dim = SortedDimensionAt(place, shape.Length, reduced);
            (shape[place], strides[place]) = (tensor.Shape[dim], tensor.Strides[dim]);
        }

        using var sorted = Held.Own(tensor.Window(shape, strides, tensor.Offset));
        return Held.Arranged(sorted.Impl, MemoryLayout.Contiguous);
    }
}
