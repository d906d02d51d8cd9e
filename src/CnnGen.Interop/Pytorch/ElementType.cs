using System.Buffers.Binary;

namespace CnnGen.Interop;

/// <summary>An element type of PyTorch's that weights can be read from. Files are little-endian.</summary>
internal sealed class ElementType
{
    private const int BufferSize = 1 << 16;

    /// <summary>Numbers of 32 bits, which weights are here.</summary>
    public static readonly ElementType Float32 = new("float32", "FloatStorage", 6, sizeof(float), BinaryPrimitives.ReadSingleLittleEndian);

    /// <summary>Whole numbers of 64 bits, which counters are.</summary>
    public static readonly ElementType Int64 = new("int64", "LongStorage", 4, sizeof(long), BinaryPrimitives.ReadInt64LittleEndian);

    private static readonly ElementType[] All =
    [
        Float32,
        Int64,
        new("float64", "DoubleStorage", 7, sizeof(double), static bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        new("float16", "HalfStorage", 5, sizeof(ushort), static bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        new("bfloat16", "BFloat16Storage", 15, sizeof(ushort), static bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        new("int32", "IntStorage", 3, sizeof(int), static bytes => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes)),
    ];

    private readonly ReadOne<float>? _float;
    private readonly ReadOne<long>? _whole;

    private ElementType(string name, string storage, int number, int size, ReadOne<float> read) : this(name, storage, number, size) => _float = read;

    private ElementType(string name, string storage, int number, int size, ReadOne<long> read) : this(name, storage, number, size) => _whole = read;

    private ElementType(string name, string storage, int number, int size) => (Name, Storage, Number, Size) = (name, storage, number, size);

    private delegate T ReadOne<T>(ReadOnlySpan<byte> bytes);

    /// <summary>PyTorch's name.</summary>
    public string Name { get; }

    /// <summary>PyTorch's class of a row of them.</summary>
    public string Storage { get; }

    /// <summary>The number of the type in TorchSharp's files.</summary>
    public int Number { get; }

    /// <summary>Bytes of one.</summary>
    public int Size { get; }

    /// <summary>Whether they are read as <c>long[]</c>, and not as <c>float[]</c>.</summary>
    public bool IsWhole => _whole is not null;

    /// <summary>The type of a weight's values.</summary>
    public static ElementType Of(Weight weight) => weight.Values is long[] ? Int64 : Float32;

    public static ElementType? OfStorage(string storage) => Array.Find(All, type => type.Storage == storage);

    public static ElementType? Numbered(long number) => Array.Find(All, type => type.Number == number);

    /// <summary>Reads values: a <c>float[]</c> or a <c>long[]</c>.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public Array Read(Stream stream, int count) => _whole is { } whole ? Read(stream, new long[count], whole) : Read(stream, new float[count], _float!);

    /// <summary>Writes the values of a weight.</summary>
    public static void Write(Stream stream, Weight weight)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Weight files are written on little-endian machines only.");
        }

        ArrayBytes.Write(stream, weight.Values);
    }

    private T[] Read<T>(Stream stream, T[] values, ReadOne<T> read)
    {
        Span<byte> buffer = new byte[Math.Min((long)BufferSize, (long)values.Length * Size)];
        for (Span<T> left = values; !left.IsEmpty;)
        {
            int count = Math.Min(BufferSize / Size, left.Length);
            Span<byte> bytes = buffer[..(count * Size)];
            stream.ReadExactly(bytes);
            for (int i = 0; i < count; i++)
            {
                left[i] = read(bytes[(i * Size)..]);
            }

            left = left[count..];
        }

        return values;
    }
}
