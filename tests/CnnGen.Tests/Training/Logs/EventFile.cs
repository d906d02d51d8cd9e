using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Tests;

/// <summary>
/// Reads TensorBoard's event files with nothing of the library's: the sums of length and bytes are checked bit by bit, and the bytes read as protobuf.
/// </summary>
internal static class EventFile
{
    /// <summary>What an event says.</summary>
    internal sealed record Event
    {
        public double Time { get; init; }

        public long Step { get; init; }

        public string? Version { get; init; }

        public bool IsStart { get; init; }

        public IReadOnlyDictionary<string, float> Scalars { get; init; } = new Dictionary<string, float>();
    }

    public static IReadOnlyList<Event> Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        var events = new List<Event>();
        while (!bytes.IsEmpty)
        {
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            Check(bytes[..8], bytes.Slice(8, 4));
            ReadOnlySpan<byte> message = bytes.Slice(12, (int)length);
            Check(message, bytes.Slice(12 + (int)length, 4));
            events.Add(ReadEvent(message));
            bytes = bytes[(16 + (int)length)..];
        }

        return events;
    }

    /// <summary>Castagnoli's sum, from its definition.</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0x82F63B78 : sum >> 1;
            }
        }

        return ~sum;
    }

    private static void Check(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> masked)
    {
        uint rotated = BinaryPrimitives.ReadUInt32LittleEndian(masked) - 0xa282ead8;
        uint sum = (rotated >> 17) | (rotated << 15);
        sum.ShouldBe(Sum(bytes));
    }

    private static Event ReadEvent(ReadOnlySpan<byte> bytes)
    {
        var read = new Event();
        foreach ((int field, ulong number, byte[] content) in Fields(bytes))
        {
            read = field switch
            {
                1 => read with { Time = BitConverter.UInt64BitsToDouble(number) },
                2 => read with { Step = (long)number },
                3 => read with { Version = Encoding.UTF8.GetString(content) },
                5 => read with { Scalars = Fields(content).Select(value => ReadValue(value.Content)).ToDictionary() },
                7 => read with { IsStart = Fields(content).Single() is { Field: 1, Number: 1 } },
                _ => throw new InvalidDataException($"Event has field {field}."),
            };
        }

        return read;
    }

    private static KeyValuePair<string, float> ReadValue(byte[] bytes)
    {
        var fields = Fields(bytes);
        fields.Select(field => field.Field).ShouldBe([1, 2]);
        return new(Encoding.UTF8.GetString(fields[0].Content), BitConverter.UInt32BitsToSingle((uint)fields[1].Number));
    }

    private static List<(int Field, ulong Number, byte[] Content)> Fields(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<(int, ulong, byte[])>();
        while (!bytes.IsEmpty)
        {
            ulong key = Varint(ref bytes);
            (ulong number, int length) = (key & 7) switch
            {
                0 => (Varint(ref bytes), 0),
                1 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), 8),
                5 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), 4),
                2 => (0UL, (int)Varint(ref bytes)),
                _ => throw new InvalidDataException($"Protobuf has no kind {key & 7}."),
            };
            fields.Add(((int)(key >> 3), number, bytes[..length].ToArray()));
            bytes = bytes[length..];
        }

        return fields;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
