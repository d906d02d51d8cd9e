using System.Buffers.Binary;
using System.Numerics;

namespace CnnGen;

/// <summary>Castagnoli's check sum, whose single steps .NET has.</summary>
internal static class Crc32C
{
    /// <summary>The sum of some bytes, or of those before and some more.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="before">The sum of the bytes before; 0 at the beginning.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        uint sum = ~before;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            sum = BitOperations.Crc32C(sum, value);
        }

        return ~sum;
    }
}
