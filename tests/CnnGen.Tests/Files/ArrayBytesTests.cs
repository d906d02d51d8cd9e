using System.Runtime.InteropServices;
using FsCheck.Xunit;

namespace CnnGen.Tests;

public class ArrayBytesTests
{
    [Property]
    public void What_is_written_in_pieces_is_what_lies_in_memory(float[] floats, long[] longs, int[] ints, byte[] bytes, byte piece)
    {
        Written(floats, piece).ShouldBe(MemoryMarshal.AsBytes<float>(floats).ToArray());
        Written(longs, piece).ShouldBe(MemoryMarshal.AsBytes<long>(longs).ToArray());
        Written(ints, piece).ShouldBe(MemoryMarshal.AsBytes<int>(ints).ToArray());
        Written(bytes, piece).ShouldBe(bytes);
    }

    [Property]
    public void What_is_read_in_pieces_is_what_was_written(float[] floats, long[] longs, byte[] bytes, byte piece)
    {
        MemoryMarshal.AsBytes<float>(Read(floats, new float[floats.Length], piece)).ToArray().ShouldBe(MemoryMarshal.AsBytes<float>(floats).ToArray());
        Read(longs, new long[longs.Length], piece).ShouldBe(longs);
        Read(bytes, new byte[bytes.Length], piece).ShouldBe(bytes);
    }

    [Fact]
    public void A_stream_that_ends_before_is_an_error() =>
        Should.Throw<EndOfStreamException>(() => ArrayBytes.Read(new MemoryStream(new byte[15]), new float[4], 8));

    [Fact]
    public void No_piece_is_larger_than_was_said()
    {
        var pieces = new Pieces();
        ArrayBytes.Write(pieces, new long[5], 17);

        pieces.Lengths.ShouldBe([16, 16, 8]);
    }

    [Fact]
    public void Lengths_are_those_of_the_elements()
    {
        Array[] arrays = [new float[3], new long[3], new int[3], new byte[3]];

        arrays.Select(ArrayBytes.Length).ShouldBe([12, 24, 12, 3]);
        Should.Throw<ArgumentException>(() => ArrayBytes.Length(new double[1]));
    }

    private static byte[] Written(Array values, byte piece)
    {
        using var stream = new MemoryStream();
        ArrayBytes.Write(stream, values, sizeof(long) + piece);
        ArrayBytes.Length(values).ShouldBe(stream.Length);
        return stream.ToArray();
    }

    private static T Read<T>(Array values, T read, byte piece) where T : class
    {
        ArrayBytes.Read(new MemoryStream(Written(values, 0)), (Array)(object)read, sizeof(long) + piece);
        return read;
    }

    private sealed class Pieces : MemoryStream
    {
        public List<int> Lengths { get; } = [];

        public override void Write(ReadOnlySpan<byte> buffer) => Lengths.Add(buffer.Length);
    }
}
