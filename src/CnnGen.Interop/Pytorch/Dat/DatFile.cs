using System.Text;

namespace CnnGen.Interop;

/// <summary>
/// TorchSharp's format: the number of tensors, then each one's name, element type, number of axes, sizes and values. Numbers are written seven
/// bits a byte, the lowest first.
/// </summary>
internal static class DatFile
{
    private const int MaxTensors = 100_000;
    private const int MaxName = 4096;
    private const int MaxAxes = 64;

    public static void Write(Stream stream, IReadOnlyList<Weight> weights)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt64(weights.Count);
        foreach (Weight weight in weights)
        {
            writer.Write(weight.Name);
            writer.Write7BitEncodedInt64(ElementType.Of(weight).Number);
            writer.Write7BitEncodedInt64(weight.Shape.Count);
            foreach (long size in weight.Shape)
            {
                writer.Write7BitEncodedInt64(size);
            }

            writer.Flush();
            ElementType.Write(stream, weight);
        }
    }

    /// <summary>The tensors of a file; their values are read later, while the stream is open.</summary>
    public static IReadOnlyList<StoredTensor> Tensors(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            long count = reader.Read7BitEncodedInt64();
            if (count is < 0 or > MaxTensors)
            {
                throw new FileFault($"it would have {count} tensors");
            }

            List<StoredTensor> tensors = [];
            for (long i = 0; i < count; i++)
            {
                tensors.Add(Tensor(reader));
            }

            return stream.Position == stream.Length ? tensors : throw new FileFault($"{stream.Length - stream.Position} bytes follow its last tensor");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new FileFault("it is cut short, or something else", exception);
        }
    }

    private static StoredTensor Tensor(BinaryReader reader)
    {
        Stream stream = reader.BaseStream;
        string name = Name(reader);
        long number = reader.Read7BitEncodedInt64();
        ElementType type = ElementType.Numbered(number) ?? throw new FileFault($"the tensor '{name}' has the element type {number}, which no weight has");
        long axes = reader.Read7BitEncodedInt64();
        if (axes is < 0 or > MaxAxes)
        {
            throw new FileFault($"the tensor '{name}' would have {axes} axes");
        }

        var shape = new long[axes];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = reader.Read7BitEncodedInt64();
        }

        int count = Count(shape, (stream.Length - stream.Position) / type.Size, name);
        long start = stream.Position;
        stream.Position += (long)count * type.Size;
        return new StoredTensor(name, shape, type, () =>
        {
            stream.Position = start;
            return type.Read(stream, count);
        });
    }

    private static string Name(BinaryReader reader)
    {
        int length = reader.Read7BitEncodedInt();
        if (length is < 0 or > MaxName)
        {
            throw new FileFault($"the name of a tensor would have {length} bytes");
        }

        byte[] bytes = reader.ReadBytes(length);
        return bytes.Length == length ? Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
    }

    private static int Count(long[] shape, long available, string name)
    {
        long count = shape.Contains(0) ? 0 : 1;
        foreach (long size in shape)
        {
            if (size < 0 || (count > 0 && size > available / count))
            {
                throw new FileFault($"the tensor '{name}' of {string.Join('×', shape)} has more values than the file");
            }

            count *= size;
        }

        return count <= Array.MaxLength ? (int)count : throw new FileFault($"the tensor '{name}' has {count} values, but at most {Array.MaxLength} can be held");
    }
}
