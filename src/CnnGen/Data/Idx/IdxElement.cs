using System.Buffers.Binary;

namespace CnnGen;

/// <summary>A number as the elements of an IDX file can be; all are big-endian.</summary>
internal sealed class IdxElement
{
    private static readonly IdxElement[] All =
    [
        new(0x08, 1, isSigned: false, isReal: false, static bytes => bytes[0]),
        new(0x09, 1, isSigned: true, isReal: false, static bytes => (sbyte)bytes[0]),
        new(0x0B, 2, isSigned: true, isReal: false, static bytes => BinaryPrimitives.ReadInt16BigEndian(bytes)),
        new(0x0C, 4, isSigned: true, isReal: false, static bytes => BinaryPrimitives.ReadInt32BigEndian(bytes)),
        new(0x0D, 4, isSigned: true, isReal: true, static bytes => BinaryPrimitives.ReadSingleBigEndian(bytes)),
        new(0x0E, 8, isSigned: true, isReal: true, static bytes => BinaryPrimitives.ReadDoubleBigEndian(bytes)),
    ];

    private readonly byte _code;

    private IdxElement(byte code, int size, bool isSigned, bool isReal, Func<ReadOnlySpan<byte>, double> read)
    {
        _code = code;
        Size = size;
        IsSigned = isSigned;
        IsReal = isReal;
        Value = read;
    }

    /// <summary>Bytes of one element.</summary>
    public int Size { get; }

    /// <summary>Whether it can be below zero.</summary>
    public bool IsSigned { get; }

    /// <summary>Whether it is a float or a double.</summary>
    public bool IsReal { get; }

    /// <summary>The same as other files have it.</summary>
    public NumberType Type => NumberType.Of(IsReal ? 'f' : IsSigned ? 'i' : 'u', Size, isBigEndian: true)!;

    /// <summary>The number that bytes stand for.</summary>
    public Func<ReadOnlySpan<byte>, double> Value { get; }

    /// <summary>The element of that code, the third byte of a file; <see langword="null"/> if there is none.</summary>
    public static IdxElement? Of(byte code) => Array.Find(All, element => element._code == code);
}
