using System.Collections;
using CnnGen.ManagedTorch;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor, in the order of its shape whatever the order in memory.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private Tensor? _tensor;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
    }

    public long Count => Impl.Count;

    public bool IsReadOnly => false;

    private TensorImpl Impl => (_tensor ?? throw new ObjectDisposedException(nameof(TensorAccessor<T>))).Impl;

    public T this[params long[] indices]
    {
        get
        {
            var value = *At(indices);
            GC.KeepAlive(_tensor);
            return value;
        }

        set
        {
            *At(indices) = value;
            Impl.NoteWrite();
        }
    }

    public T[] ToArray()
    {
        var array = new T[Impl.Count];
        CopyTo(array);
        return array;
    }

    /// <summary>The elements as a .NET array of the tensor's rank.</summary>
    public Array ToNDArray()
    {
        var shape = Impl.Shape;
        if (shape.Length <= 1) return ToArray();
        var result = ShapedArrays.Create<T>(shape);
        fixed (byte* target = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result))
            new ReadOnlySpan<T>(ToArray()).CopyTo(new Span<T>(target, (int)Impl.Count));
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        var count = Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (count <= 0) return;
        using var dense = _tensor!.Arranged(MemoryLayout.Contiguous);
        new ReadOnlySpan<T>((T*)dense.Impl.Pointer + tensorIndex, (int)count).CopyTo(array[arrayIndex..]);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(new ReadOnlySpan<T>(array), arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        var count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (count <= 0) return;
        using var dense = _tensor!.Arranged(MemoryLayout.Contiguous);
        array.Slice(arrayIndex, count).CopyTo(new Span<T>((T*)dense.Impl.Pointer + tensorIndex, count));
        if (dense.Impl != Impl) StridedCopy.Copy(dense.Impl, Impl);
        Impl.NoteWrite();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the tensor, which lives on.</summary>
    public void Dispose() => _tensor = null;

    private T* At(long[] indices)
    {
        var impl = Impl;
        if (indices.Length == 1) return (T*)impl.Pointer + Flat(impl, indices[0]);
        if (indices.Length != impl.Rank) throw new ArgumentException($"The tensor has {impl.Rank} dimensions, but {indices.Length} indices are given.");
        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)impl.Shape[i]) throw new IndexOutOfRangeException();
            offset += indices[i] * impl.Strides[i];
        }

        return (T*)impl.Pointer + offset;
    }

    private static long Flat(TensorImpl impl, long index)
    {
        if ((ulong)index >= (ulong)impl.Count) throw new IndexOutOfRangeException();
        if (impl.IsContiguous) return index;
        var offset = 0L;
        for (var i = impl.Rank - 1; i >= 0; i--)
        {
            offset += index % impl.Shape[i] * impl.Strides[i];
            index /= impl.Shape[i];
        }

        return offset;
    }
}
