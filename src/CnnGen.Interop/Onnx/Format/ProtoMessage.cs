using Google.Protobuf;

namespace CnnGen.Interop.Onnx;

/// <summary>
/// A message of Protocol Buffers, put together field by field. Its size is known before the first byte is written, as the messages around
/// it need it, and weights go from where they are to the file.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly List<Action<ProtoOutput>> _fields = [];

    /// <summary>Its bytes, without its own tag and length.</summary>
    public long Size { get; private set; }

    /// <summary>A whole number.</summary>
    public ProtoMessage Add(int field, long value)
    {
        Grow(field, CodedOutputStream.ComputeInt64Size(value));
        _fields.Add(output => output.Tag(field, WireFormat.WireType.Varint).WriteInt64(value));
        return this;
    }

    /// <summary>A number of 32 bits.</summary>
    public ProtoMessage Add(int field, float value)
    {
        Grow(field, sizeof(float));
        _fields.Add(output => output.Tag(field, WireFormat.WireType.Fixed32).WriteFloat(value));
        return this;
    }

    /// <summary>A text, in UTF-8.</summary>
    public ProtoMessage Add(int field, string text)
    {
        Grow(field, CodedOutputStream.ComputeStringSize(text));
        _fields.Add(output => output.Tag(field, WireFormat.WireType.LengthDelimited).WriteString(text));
        return this;
    }

    /// <summary>Whole numbers in one field.</summary>
    public ProtoMessage Add(int field, IReadOnlyList<long> values)
    {
        long size = values.Sum(static value => (long)CodedOutputStream.ComputeInt64Size(value));
        Begin(field, size);
        _fields.Add(output =>
        {
            foreach (long value in values)
            {
                output.Coded.WriteInt64(value);
            }
        });
        return this;
    }

    /// <summary>A message that nothing is added to any more.</summary>
    public ProtoMessage Add(int field, ProtoMessage message)
    {
        Begin(field, message.Size);
        _fields.Add(message.Write);
        return this;
    }

    /// <summary>The bytes of a tensor's values.</summary>
    public ProtoMessage Add(int field, Array values)
    {
        Begin(field, ArrayBytes.Length(values));
        _fields.Add(output => output.Write(values));
        return this;
    }

    /// <summary>Writes all fields.</summary>
    public void Write(ProtoOutput output)
    {
        foreach (Action<ProtoOutput> field in _fields)
        {
            field(output);
        }
    }

    private void Begin(int field, long size)
    {
        Grow(field, CodedOutputStream.ComputeUInt64Size((ulong)size) + size);
        _fields.Add(output => output.Tag(field, WireFormat.WireType.LengthDelimited).WriteUInt64((ulong)size));
    }

    private void Grow(int field, long content) => Size += CodedOutputStream.ComputeTagSize(field) + content;
}
