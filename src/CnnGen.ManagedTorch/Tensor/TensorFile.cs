using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>TorchSharp's format of one tensor: element type, rank and sizes as LEB128, then the elements, little-endian.</summary>
internal static unsafe class TensorFile
{
    public static void Write(Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.ndim);
        foreach (var size in tensor.Impl.Shape) writer.Write7BitEncodedInt64(size);
        writer.Flush();
        using var dense = tensor.Arranged(MemoryLayout.Contiguous);
        ForEachBlock(dense.Impl, (address, length) => writer.BaseStream.Write(new ReadOnlySpan<byte>((void*)address, length)));
    }

    public static void ReadInto(Tensor tensor, BinaryReader reader, bool skip)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {type}, the tensor {tensor.dtype}.");
        if (!skip && !tensor.Impl.Shape.AsSpan().SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading: the file has {Geometry.Format(shape)}, the tensor {Geometry.Format(tensor.Impl.Shape)}.");
        }

        using var dense = Held.New(shape, type);
        ReadElements(dense.Impl, reader);
        if (skip) return;
        StridedCopy.Copy(dense.Impl, tensor.Impl);
        tensor.Impl.NoteWrite();
    }

    public static Tensor Read(BinaryReader reader, bool skip)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = Tensor.New(shape, type);
        ReadElements(tensor.Impl, reader);
        return skip ? tensor.zero_() : tensor;
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        _ = type.Size();
        var rank = reader.Read7BitEncodedInt64();
        if (rank is < 0 or > 64) throw new InvalidDataException($"Not a tensor file: it states {rank} dimensions.");
        var shape = new long[rank];
        for (var i = 0; i < rank; i++) shape[i] = reader.Read7BitEncodedInt64();
        RequireBytes(reader.BaseStream, shape, type.Size());
        return (type, shape);
    }

    // Before memory is taken on the word of a damaged file.
    private static void RequireBytes(Stream stream, long[] shape, long elementSize)
    {
        if (!stream.CanSeek) return;
        var left = stream.Length - stream.Position;
        var bytes = (Int128)elementSize;
        foreach (var size in shape)
        {
            if (size < 0) throw new InvalidDataException($"Not a tensor file: it states a dimension of {size}.");
            bytes = Int128.Min(bytes * size, long.MaxValue);
        }

        if (bytes > left) throw new EndOfStreamException($"The tensor file is cut short: a tensor of {Geometry.Format(shape)} has {bytes} bytes, {left} are left.");
    }

    private static void ReadElements(TensorImpl target, BinaryReader reader) =>
        ForEachBlock(target, (address, length) => reader.BaseStream.ReadExactly(new Span<byte>((void*)address, length)));

    // A span holds at most 2 GiB.
    private static void ForEachBlock(TensorImpl impl, Action<nint, int> action)
    {
        var bytes = impl.Count * impl.Type.Size();
        for (var start = 0L; start < bytes; start += 1 << 30)
            action((nint)impl.Pointer + (nint)start, (int)Math.Min(1 << 30, bytes - start));
        GC.KeepAlive(impl);
    }
}
