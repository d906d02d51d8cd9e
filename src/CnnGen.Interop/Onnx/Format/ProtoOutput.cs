using Google.Protobuf;

namespace CnnGen.Interop.Onnx;

/// <summary>Where messages go: small fields through a buffer, weights straight to the stream.</summary>
internal sealed class ProtoOutput(Stream stream) : IDisposable
{
    /// <summary>The fields' writer.</summary>
    public CodedOutputStream Coded { get; } = new(stream, leaveOpen: true);

    /// <summary>Begins a field.</summary>
    public CodedOutputStream Tag(int field, WireFormat.WireType type)
    {
        Coded.WriteTag(field, type);
        return Coded;
    }

    /// <summary>Values as they lie in memory: low bytes first.</summary>
    public void Write(Array values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("ONNX files are written on little-endian machines only.");
        }

        Coded.Flush();
        ArrayBytes.Write(stream, values);
    }

    /// <summary>Gives what is left in the buffer to the stream, which stays open.</summary>
    public void Dispose() => Coded.Dispose();
}
