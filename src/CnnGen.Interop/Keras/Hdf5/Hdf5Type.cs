using System.Buffers.Binary;

namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>What one value of a data set or an attribute is.</summary>
internal sealed record Hdf5Type(Hdf5Class Class, int Size, bool IsBigEndian, bool IsSigned, bool IsText)
{
    /// <summary>Whether it is one of the plain numbers that weights are made of.</summary>
    public bool IsNumber => Class is Hdf5Class.Integer or Hdf5Class.Real;

    /// <summary>What NumPy calls it; <c>other</c> for what is no number.</summary>
    public string Name => Class switch
    {
        Hdf5Class.Real => $"float{8 * Size}",
        Hdf5Class.Integer => $"{(IsSigned ? "int" : "uint")}{8 * Size}",
        _ => "other",
    };

    public static Hdf5Type Read(Hdf5Cursor cursor)
    {
        int first = cursor.Byte();
        int bits = cursor.Byte() | (cursor.Byte() << 8) | (cursor.Byte() << 16);
        long size = cursor.UInt32();
        int kind = first & 15;
        Hdf5Class found = kind switch
        {
            0 when size is 1 or 2 or 4 or 8 => Hdf5Class.Integer,
            1 when IsUsualReal(bits, size, cursor) => Hdf5Class.Real,
            3 => Hdf5Class.Text,
            9 => Hdf5Class.List,
            _ => Hdf5Class.Other,
        };
        return size is > 0 and <= int.MaxValue
            ? new Hdf5Type(found, (int)size, (bits & 1) != 0, (bits & 8) != 0, kind == 3 || (kind == 9 && (bits & 15) == 1))
            : throw new FileFault("a value of its HDF5 part has no size");
    }

    /// <summary>A value as float32.</summary>
    public float Single(ReadOnlySpan<byte> value) => (Class, Size, IsBigEndian) switch
    {
        (Hdf5Class.Real, 2, false) => (float)BinaryPrimitives.ReadHalfLittleEndian(value),
        (Hdf5Class.Real, 2, true) => (float)BinaryPrimitives.ReadHalfBigEndian(value),
        (Hdf5Class.Real, 4, false) => BinaryPrimitives.ReadSingleLittleEndian(value),
        (Hdf5Class.Real, 4, true) => BinaryPrimitives.ReadSingleBigEndian(value),
        (Hdf5Class.Real, 8, false) => (float)BinaryPrimitives.ReadDoubleLittleEndian(value),
        (Hdf5Class.Real, 8, true) => (float)BinaryPrimitives.ReadDoubleBigEndian(value),
        _ => Integer(value),
    };

    /// <summary>A value as a whole number.</summary>
    public long Integer(ReadOnlySpan<byte> value)
    {
        if (Class != Hdf5Class.Integer)
        {
            throw new FileFault("a counter of its HDF5 part is no whole number");
        }

        ulong number = 0;
        for (int i = 0; i < Size; i++)
        {
            number = (number << 8) | value[IsBigEndian ? i : Size - 1 - i];
        }

        int unused = 64 - (8 * Size);
        return IsSigned ? (long)(number << unused) >> unused : (long)(number & long.MaxValue);
    }

    // IEEE 754: sign, exponent and mantissa are where .NET has them.
    private static bool IsUsualReal(int bits, long size, Hdf5Cursor cursor)
    {
        const int Order = 0x41, SignPlace = 8;
        cursor.Skip(4);
        (int exponentAt, int exponent, int mantissaAt, int mantissa) = (cursor.Byte(), cursor.Byte(), cursor.Byte(), cursor.Byte());
        bool fits = (size, exponent, mantissa) is (2, 5, 10) or (4, 8, 23) or (8, 11, 52);
        return fits && exponentAt == mantissa && mantissaAt == 0 && (bits & Order & ~1) == 0 && (bits >> SignPlace) == (size * 8) - 1;
    }
}

/// <summary>The kinds of values that are told apart.</summary>
internal enum Hdf5Class
{
    Integer,
    Real,
    Text,
    List,
    Other,
}
