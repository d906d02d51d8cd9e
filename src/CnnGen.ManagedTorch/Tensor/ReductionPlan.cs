using TorchSharp;

namespace CnnGen.ManagedTorch;

/// <summary>
/// A tensor as outer × reduced × inner in memory, so that a reduction is two plain loops. Where the dimensions do not lie
/// that way, it is copied once.
/// </summary>
internal sealed class ReductionPlan : IDisposable
{
    private readonly long[] _shape;
    private readonly bool[] _reduced;
    private readonly int[] _keptOrder;

    private ReductionPlan(torch.Tensor dense, long[] shape, bool[] reduced, int[] order)
    {
        Dense = dense;
        _shape = shape;
        _reduced = reduced;
        _keptOrder = Array.FindAll(order, dim => !reduced[dim]);
        Outer = Reduced = Inner = 1;
        var seen = false;
        foreach (var dim in order)
        {
            if (reduced[dim]) (Reduced, seen) = (Reduced * shape[dim], seen || shape[dim] != 1);
            else if (seen) Inner *= shape[dim];
            else Outer *= shape[dim];
        }

        Count = Outer * Inner;
    }

    public torch.Tensor Dense { get; }

    public long Outer { get; }

    public long Reduced { get; }

    public long Inner { get; }

    /// <summary>Elements of the result.</summary>
    public long Count { get; }

    /// <summary>No dimensions means all of them.</summary>
    public static ReductionPlan For(torch.Tensor tensor, ReadOnlySpan<long> dims)
    {
        var shape = tensor.Impl.Shape;
        var reduced = new bool[shape.Length];
        if (dims.Length == 0) Array.Fill(reduced, true);
        foreach (var dim in dims)
        {
            if (shape.Length == 0)
            {
                Geometry.Dimension(dim, 0);
                continue;
            }

            var index = Geometry.Dimension(dim, shape.Length);
            if (reduced[index]) throw TorchError.Create($"dim {index} appears multiple times in the list of dims");
            reduced[index] = true;
        }

        var order = Geometry.MemoryOrder(tensor.Impl.Rank, tensor.Impl.Layout);
        if (tensor.Impl.Has(tensor.Impl.Layout) && IsOneBlock(order, shape, reduced))
            return new ReductionPlan(tensor.Arranged(tensor.Impl.Layout), shape, reduced, order);

        var sorted = Array.FindAll(Identity(shape.Length), dim => !reduced[dim]).Concat(Array.FindAll(Identity(shape.Length), dim => reduced[dim])).ToArray();
        using var permuted = tensor.Detached().permute(Array.ConvertAll(sorted, dim => (long)dim));
        return new ReductionPlan(permuted.Arranged(MemoryLayout.Contiguous), shape, reduced, sorted);
    }

    /// <summary>An uninitialised result; <see cref="Shaped"/> gives it its shape.</summary>
    public torch.Tensor NewResult(torch.ScalarType type) => torch.Tensor.Unscoped(TensorImpl.New([Count], type));

    /// <summary>The result in the order and shape of the dimensions that are kept. Takes over the flat one.</summary>
    public torch.Tensor Shaped(torch.Tensor flat, bool keepDims)
    {
        using var owned = flat;
        var rank = _shape.Length;
        var newShape = new List<long>(rank);
        var newStrides = new List<long>(rank);
        var strides = KeptStrides();
        for (var dim = 0; dim < rank; dim++)
        {
            if (_reduced[dim] && !keepDims) continue;
            newShape.Add(_reduced[dim] ? 1 : _shape[dim]);
            newStrides.Add(_reduced[dim] ? Math.Max(1, Count) : strides[dim]);
        }

        var result = flat.Windowed(newShape.ToArray(), newStrides.ToArray(), 0);
        if (result.Impl.IsContiguous || result.Impl.IsChannelsLast) return result;
        using var scattered = result;
        return scattered.CopyIn(MemoryLayout.Contiguous);
    }

    public void Dispose() => Dense.Dispose();

    private static int[] Identity(int rank)
    {
        var order = new int[rank];
        for (var i = 0; i < rank; i++) order[i] = i;
        return order;
    }

    private static bool IsOneBlock(int[] order, long[] shape, bool[] reduced)
    {
        var state = 0;
        foreach (var dim in order)
        {
            if (shape[dim] == 1) continue;
            if (reduced[dim] && state == 2) return false;
            if (reduced[dim]) state = 1;
            else if (state == 1) state = 2;
        }

        return true;
    }

    private long[] KeptStrides()
    {
        var strides = new long[_shape.Length];
        var stride = 1L;
        for (var i = _keptOrder.Length - 1; i >= 0; i--)
        {
            strides[_keptOrder[i]] = stride;
            stride *= Math.Max(1, _shape[_keptOrder[i]]);
        }

        return strides;
    }
}
