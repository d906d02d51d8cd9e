using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CnnGen;

/// <summary>
/// TensorBoard's event files, the few fields of them that are needed: records of a length and bytes, each with a masked check sum, the
/// bytes being protobuf's form of <c>tensorflow.Event</c>.
/// </summary>
/// <param name="time">The time that events carry.</param>
internal sealed class TensorBoardEvents(TimeProvider time)
{
    /// <summary>Protobuf's kinds of fields.</summary>
    private const int Varint = 0, EightBytes = 1, Text = 2, FourBytes = 5;

    private const ulong SessionStart = 1;

    private readonly ArrayBufferWriter<byte> _records = new();

    /// <summary>What has been written so far.</summary>
    public ReadOnlySpan<byte> Records => _records.WrittenSpan;

    /// <summary>The first record of every file.</summary>
    public void Version() => Event(0, static message => String(message, 3, "brain.Event:2"));

    /// <summary>Says that what another file has of this step and later ones no longer counts.</summary>
    public void Start(long step) => Event(step, static message =>
    {
        var session = new ArrayBufferWriter<byte>();
        Key(session, 1, Varint);
        Number(session, SessionStart);
        Bytes(message, 7, session.WrittenSpan);
    });

    /// <summary>Values at a step, by their tags.</summary>
    public void Scalars(long step, IEnumerable<KeyValuePair<string, double>> values) => Event(step, message =>
    {
        var summary = new ArrayBufferWriter<byte>();
        foreach ((string tag, double value) in values)
        {
            var item = new ArrayBufferWriter<byte>();
            String(item, 1, tag);
            Key(item, 2, FourBytes);
            BinaryPrimitives.WriteSingleLittleEndian(item.GetSpan(sizeof(float)), (float)value);
            item.Advance(sizeof(float));
            Bytes(summary, 1, item.WrittenSpan);
        }

        Bytes(message, 5, summary.WrittenSpan);
    });

    /// <summary>The sum that a record has of its length and of its bytes: a sum over sums would find less.</summary>
    internal static uint MaskedSum(ReadOnlySpan<byte> bytes)
    {
        uint sum = Crc32C.Of(bytes);
        return ((sum >> 15) | (sum << 17)) + 0xa282ead8;
    }

    private void Event(long step, Action<IBufferWriter<byte>> write)
    {
        var message = new ArrayBufferWriter<byte>();
        Key(message, 1, EightBytes);
        double seconds = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        BinaryPrimitives.WriteDoubleLittleEndian(message.GetSpan(sizeof(double)), seconds);
        message.Advance(sizeof(double));
        if (step != 0)
        {
            Key(message, 2, Varint);
            Number(message, (ulong)step);
        }

        write(message);
        Record(message.WrittenSpan);
    }

    private void Record(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)bytes.Length);
        _records.Write(length);
        Sum(length);
        _records.Write(bytes);
        Sum(bytes);
    }

    private void Sum(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_records.GetSpan(sizeof(uint)), MaskedSum(bytes));
        _records.Advance(sizeof(uint));
    }

    private static void String(IBufferWriter<byte> target, int field, string text) => Bytes(target, field, Encoding.UTF8.GetBytes(text));

    private static void Bytes(IBufferWriter<byte> target, int field, ReadOnlySpan<byte> bytes)
    {
        Key(target, field, Text);
        Number(target, (ulong)bytes.Length);
        target.Write(bytes);
    }

    private static void Key(IBufferWriter<byte> target, int field, int kind) => Number(target, (ulong)((field << 3) | kind));

    // Seven bits a byte, the lowest first; the eighth says that more follow.
    private static void Number(IBufferWriter<byte> target, ulong value)
    {
        Span<byte> bytes = target.GetSpan(10);
        int count = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        target.Advance(count);
    }
}
