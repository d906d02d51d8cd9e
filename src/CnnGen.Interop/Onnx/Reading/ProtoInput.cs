using System.Text;
using Google.Protobuf;

namespace CnnGen.Interop.Onnx;

/// <summary>
/// Reads messages of Protocol Buffers field by field, and believes no length before it is checked. What is not asked for is passed over and takes no
/// memory, as large as it may be; Google's own reader would take in all of an inner message.
/// </summary>
internal sealed class ProtoInput(Stream stream)
{
    private const int MaxVarint = 10;
    private const int MaxName = 4096;

    private long _end = stream.Length;
    private WireFormat.WireType _type;
    private bool _isTaken;

    /// <summary>Goes through the fields of the message that is open.</summary>
    /// <param name="read">Is told the number of each field, and takes what it wants of it.</param>
    public void Fields(Action<int> read)
    {
        while (stream.Position < _end)
        {
            ulong tag = Varint();
            int field = tag is >= 8 and <= int.MaxValue ? (int)(tag >> 3) : throw Broken();
            (_type, _isTaken) = ((WireFormat.WireType)(tag & 7), false);
            read(field);
            if (!_isTaken)
            {
                Skip();
            }
        }
    }

    /// <summary>The field as a message: goes through its fields.</summary>
    public void Message(Action<int> read)
    {
        long outer = _end;
        _end = Length();
        Fields(read);
        (_end, _isTaken) = (outer, true);
    }

    /// <summary>The field as a whole number.</summary>
    public long Number() => Take(WireFormat.WireType.Varint) ? (long)Varint() : throw Broken();

    /// <summary>The field as whole numbers, be it one of them or all in a row.</summary>
    /// <param name="numbers">What they are added to.</param>
    /// <param name="most">How many there may be.</param>
    public void Numbers(List<long> numbers, int most)
    {
        if (_type != WireFormat.WireType.LengthDelimited)
        {
            Add(Number());
            return;
        }

        long outer = _end;
        _end = Length();
        while (stream.Position < _end)
        {
            Add((long)Varint());
        }

        (_end, _isTaken) = (outer, true);

        void Add(long number) => numbers.Add(numbers.Count < most ? number : throw new FileFault($"a row in it has more than {most} numbers"));
    }

    /// <summary>The field as a short text.</summary>
    public string Name()
    {
        long length = Length() - stream.Position;
        if (length > MaxName)
        {
            throw new FileFault($"a name in it has {length} bytes");
        }

        _isTaken = true;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private void Skip()
    {
        long end = _type switch
        {
            WireFormat.WireType.Varint => AfterVarint(),
            WireFormat.WireType.Fixed64 => stream.Position + sizeof(long),
            WireFormat.WireType.Fixed32 => stream.Position + sizeof(int),
            WireFormat.WireType.LengthDelimited => Length(),
            _ => throw Broken(),
        };
        stream.Position = end <= _end ? end : throw Broken();
    }

    private long AfterVarint()
    {
        Varint();
        return stream.Position;
    }

    private bool Take(WireFormat.WireType type) => _isTaken = _type == type;

    // Where the field ends.
    private long Length()
    {
        ulong length = _type == WireFormat.WireType.LengthDelimited ? Varint() : throw Broken();
        return length <= (ulong)(_end - stream.Position) ? stream.Position + (long)length : throw Broken();
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < MaxVarint && stream.Position < _end; i++)
        {
            int part = stream.ReadByte();
            value |= (ulong)(part & 127) << (7 * i);
            if (part < 128)
            {
                return part >= 0 ? value : throw Broken();
            }
        }

        throw Broken();
    }

    private static FileFault Broken() => new("it is cut short, damaged or something else");
}
