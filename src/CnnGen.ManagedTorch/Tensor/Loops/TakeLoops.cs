using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Elements picked, or put, along one dimension by an index of the same rank.</summary>
internal static unsafe class TakeLoops
{
    public static void Take(torch.Tensor source, torch.Tensor index, int dim, torch.Tensor result)
    {
        switch (source.dtype.Size())
        {
            case 1: Walk(source, index, dim, result, (byte* from, byte* to) => *to = *from); break;
            case 4: Walk(source, index, dim, result, (int* from, int* to) => *to = *from); break;
            default: Walk(source, index, dim, result, (long* from, long* to) => *to = *from); break;
        }
    }

    /// <summary>Adds each element of <paramref name="values"/> at its place.</summary>
    public static void PutAdd(torch.Tensor target, torch.Tensor index, int dim, torch.Tensor values)
    {
        if (target.dtype == ScalarType.Float32) Walk(target, index, dim, values, (float* place, float* value) => *place += *value);
        else Walk(target, index, dim, values, (double* place, double* value) => *place += *value);
    }

    private delegate void Visit<T>(T* indexed, T* plain) where T : unmanaged;

    private static void Walk<T>(torch.Tensor indexed, torch.Tensor index, int dim, torch.Tensor plain, Visit<T> visit) where T : unmanaged
    {
        using var places = index.Arranged(MemoryLayout.Contiguous);
        var (shape, rank) = (index.Impl.Shape, index.Impl.Rank);
        var (whole, part) = (indexed.Impl, plain.Impl);
        var (size, step) = whole.Rank == 0 ? (1, 0) : (whole.Shape[dim], whole.Strides[dim]);
        var position = new long[rank];
        for (long i = 0; i < places.Impl.Count; i++)
        {
            var place = ((long*)places.Impl.Pointer)[i];
            if ((ulong)place >= (ulong)size) throw TorchError.Index($"index {place} is out of bounds for dimension {dim} with size {size}");
            long from = place * step, to = 0;
            for (var d = 0; d < rank; d++)
            {
                if (d != dim) from += position[d] * whole.Strides[d];
                to += position[d] * part.Strides[d];
            }

            visit((T*)whole.Pointer + from, (T*)part.Pointer + to);
            for (var d = rank - 1; d >= 0 && ++position[d] == shape[d]; d--) position[d] = 0;
        }

        GC.KeepAlive(indexed);
        GC.KeepAlive(plain);
    }
}
