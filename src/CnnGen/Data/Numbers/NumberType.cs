using System.Buffers.Binary;

namespace CnnGen;

/// <summary>What the elements of a file are, and how their bytes are read.</summary>
internal sealed class NumberType
{
    private readonly Func<ReadOnlySpan<byte>, double> _read;

    private NumberType(string name, int size, bool isWhole, Func<ReadOnlySpan<byte>, double> read)
    {
        (Name, Size, IsWhole, _read) = (name, size, isWhole, read);
    }

    /// <summary>Its name, for messages: <c>float32</c>.</summary>
    public string Name { get; }

    /// <summary>Bytes of one element.</summary>
    public int Size { get; }

    /// <summary>Whether it holds whole numbers only.</summary>
    public bool IsWhole { get; }

    /// <summary>Bytes from 0 to 255.</summary>
    public static NumberType Byte { get; } = new("uint8", 1, true, static bytes => bytes[0]);

    /// <summary>Truth values, a byte each.</summary>
    public static NumberType Truth { get; } = new("bool", 1, true, static bytes => bytes[0] == 0 ? 0 : 1);

    /// <summary>The type of a kind and size.</summary>
    /// <param name="kind"><c>u</c>, <c>i</c> or <c>f</c>.</param>
    /// <param name="size">Bytes of an element.</param>
    /// <param name="isBigEndian">The order of these bytes.</param>
    /// <returns><see langword="null"/> if there is none.</returns>
    public static NumberType? Of(char kind, int size, bool isBigEndian) => (kind, size, isBigEndian) switch
    {
        ('u', 1, _) => Byte,
        ('i', 1, _) => new("int8", 1, true, static bytes => (sbyte)bytes[0]),
        ('u', 2, false) => new("uint16", 2, true, static bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        ('u', 2, true) => new("uint16", 2, true, static bytes => BinaryPrimitives.ReadUInt16BigEndian(bytes)),
        ('i', 2, false) => new("int16", 2, true, static bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        ('i', 2, true) => new("int16", 2, true, static bytes => BinaryPrimitives.ReadInt16BigEndian(bytes)),
        ('u', 4, false) => new("uint32", 4, true, static bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        ('u', 4, true) => new("uint32", 4, true, static bytes => BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        ('i', 4, false) => new("int32", 4, true, static bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        ('i', 4, true) => new("int32", 4, true, static bytes => BinaryPrimitives.ReadInt32BigEndian(bytes)),
        ('u', 8, false) => new("uint64", 8, true, static bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        ('u', 8, true) => new("uint64", 8, true, static bytes => BinaryPrimitives.ReadUInt64BigEndian(bytes)),
        ('i', 8, false) => new("int64", 8, true, static bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        ('i', 8, true) => new("int64", 8, true, static bytes => BinaryPrimitives.ReadInt64BigEndian(bytes)),
        ('f', 2, false) => new("float16", 2, false, static bytes => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        ('f', 2, true) => new("float16", 2, false, static bytes => (double)BinaryPrimitives.ReadHalfBigEndian(bytes)),
        ('f', 4, false) => new("float32", 4, false, static bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        ('f', 4, true) => new("float32", 4, false, static bytes => BinaryPrimitives.ReadSingleBigEndian(bytes)),
        ('f', 8, false) => new("float64", 8, false, static bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        ('f', 8, true) => new("float64", 8, false, static bytes => BinaryPrimitives.ReadDoubleBigEndian(bytes)),
        _ => null,
    };

    /// <summary>The number that stands at a place.</summary>
    /// <param name="bytes">All elements.</param>
    /// <param name="place">Which one.</param>
    public double At(ReadOnlySpan<byte> bytes, int place) => _read(bytes.Slice(place * Size, Size));
}
