using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace CnnGen;

/// <summary>
/// The safetensors format: eight bytes with the length of a header, the header in JSON (for each tensor its type, shape and place),
/// then the tensors' bytes, little-endian, without holes. Any program can read it and none can be made to run code by it.
/// </summary>
internal static class Safetensors
{
    private const string MetadataKey = "__metadata__";
    private const int Alignment = 8;

    /// <summary>
    /// The longest header that is read or written. The format allows 100 MB; that of a network has kilobytes, and a header in memory
    /// takes several times the space.
    /// </summary>
    internal const int MaxHeader = 16 << 20;

    /// <summary>Writes tensors whose values are <c>float[]</c>, <c>long[]</c> or <c>byte[]</c>.</summary>
    public static void Write(Stream stream, IReadOnlyList<Weight> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        // Wide types first: then every tensor begins at a multiple of its element's size.
        List<Weight> ordered = [.. tensors.OrderByDescending(static tensor => TensorType.Of(tensor.Values).Size)];
        ReadOnlySpan<byte> header = Header(ordered, metadata);
        if (header.Length > MaxHeader)
        {
            throw new CnnGenException(
                $"Names, shapes and metadata have {header.Length} bytes, but at most {MaxHeader} are written: train in fewer epochs, or without a checkpoint.");
        }

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (Weight tensor in ordered)
        {
            WriteValues(stream, tensor.Values);
        }
    }

    /// <summary>Reads a whole file; anything that is not as the format wants it is a <see cref="CnnGenException"/>.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="name">What the error calls it.</param>
    public static SafetensorsContent Read(Stream stream, string name) => new SafetensorsReader(stream, name).Read();

    private static byte[] Header(List<Weight> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long offset = 0;
            foreach (Weight tensor in tensors)
            {
                long end = offset + ArrayBytes.Length(tensor.Values);
                WriteEntry(json, tensor, offset, end);
                offset = end;
            }

            json.WriteEndObject();
        }

        // Blanks after the JSON bring the first tensor to a multiple of eight bytes.
        int padding = (Alignment - (buffer.WrittenCount % Alignment)) % Alignment;
        return [.. buffer.WrittenSpan, .. Enumerable.Repeat((byte)' ', padding)];
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(MetadataKey);
        foreach ((string key, string value) in metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, Weight tensor, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", TensorType.Of(tensor.Values).Name);
        json.WriteStartArray("shape");
        foreach (long size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Stream stream, Array values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Safetensors files are written on little-endian machines only.");
        }

        ArrayBytes.Write(stream, values);
    }
}
