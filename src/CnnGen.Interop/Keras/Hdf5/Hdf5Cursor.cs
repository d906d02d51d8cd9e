using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>Reads one value after the other.</summary>
internal struct Hdf5Cursor(Hdf5Bytes bytes, long place)
{
    /// <summary>A place that stands for none.</summary>
    public const long Nowhere = -1;

    public long Place { get; private set; } = place;

    public ReadOnlySpan<byte> Take(long length)
    {
        ReadOnlySpan<byte> piece = bytes.Piece(Place, length);
        Place += length;
        return piece;
    }

    public void Skip(long length) => Take(length);

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>A place in the file, or <see cref="Nowhere"/>.</summary>
    public long Offset() => Number(bytes.OffsetSize);

    /// <summary>A number of bytes or of values.</summary>
    public long Length() => Number(bytes.LengthSize);

    /// <summary>A number without sign of so many bytes; all bits set is -1.</summary>
    public long Number(int size)
    {
        ReadOnlySpan<byte> piece = Take(size);
        ulong value = 0;
        for (int i = size - 1; i >= 0; i--)
        {
            value = (value << 8) | piece[i];
        }

        bool isNothing = !piece.ContainsAnyExcept((byte)255);
        return isNothing && size > 2 ? Nowhere
            : value <= long.MaxValue ? (long)value
            : throw new FileFault("its HDF5 part has a number that is too large");
    }

    /// <summary>The mark that a structure begins with.</summary>
    public void Expect(ReadOnlySpan<byte> mark, string what)
    {
        if (!Take(mark.Length).SequenceEqual(mark))
        {
            throw new FileFault($"{what} is not where its HDF5 part says");
        }
    }

    /// <summary>A text in UTF-8 that takes so many bytes, with zeros behind it.</summary>
    public string Text(long length)
    {
        bytes.Spend(length);
        ReadOnlySpan<byte> text = Take(length);
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }
}
