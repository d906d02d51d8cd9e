using System.Runtime.InteropServices;

namespace CnnGen;

/// <summary>
/// The bytes of arrays as they lie in memory, into streams and out of them, a piece after the other: all of them at once would be at most 2 GiB, and
/// an array of numbers can be larger.
/// </summary>
internal static class ArrayBytes
{
    private const int PieceBytes = 1 << 24;

    /// <summary>How many there are.</summary>
    /// <param name="values">A <c>float[]</c>, <c>long[]</c>, <c>int[]</c> or <c>byte[]</c>.</param>
    public static long Length(Array values) => values.LongLength * values switch
    {
        float[] or int[] => sizeof(float),
        long[] => sizeof(long),
        byte[] => sizeof(byte),
        _ => throw OtherKind(values),
    };

    /// <summary>Writes all values.</summary>
    public static void Write(Stream stream, Array values, int pieceBytes = PieceBytes)
    {
        switch (values)
        {
            case float[] floats:
                Write<float>(stream, floats, pieceBytes);
                break;
            case long[] longs:
                Write<long>(stream, longs, pieceBytes);
                break;
            case int[] ints:
                Write<int>(stream, ints, pieceBytes);
                break;
            case byte[] bytes:
                Write<byte>(stream, bytes, pieceBytes);
                break;
            default:
                throw OtherKind(values);
        }
    }

    /// <summary>Reads all values.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public static void Read(Stream stream, Array values, int pieceBytes = PieceBytes)
    {
        switch (values)
        {
            case float[] floats:
                Read<float>(stream, floats, pieceBytes);
                break;
            case long[] longs:
                Read<long>(stream, longs, pieceBytes);
                break;
            case byte[] bytes:
                Read<byte>(stream, bytes, pieceBytes);
                break;
            default:
                throw OtherKind(values);
        }
    }

    private static void Write<T>(Stream stream, ReadOnlySpan<T> values, int pieceBytes) where T : unmanaged
    {
        while (!values.IsEmpty)
        {
            ReadOnlySpan<T> piece = values[..Math.Min(values.Length, ValuesOf<T>(pieceBytes))];
            stream.Write(MemoryMarshal.AsBytes(piece));
            values = values[piece.Length..];
        }
    }

    private static void Read<T>(Stream stream, Span<T> values, int pieceBytes) where T : unmanaged
    {
        while (!values.IsEmpty)
        {
            Span<T> piece = values[..Math.Min(values.Length, ValuesOf<T>(pieceBytes))];
            stream.ReadExactly(MemoryMarshal.AsBytes(piece));
            values = values[piece.Length..];
        }
    }

    private static int ValuesOf<T>(int bytes) => bytes / System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    private static ArgumentException OtherKind(Array values) => new($"A tensor's values are no {values.GetType().Name}.", nameof(values));
}
