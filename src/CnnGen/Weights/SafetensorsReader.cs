using System.Buffers.Binary;
using System.Text.Json;

namespace CnnGen;

/// <summary>Reads one safetensors file and believes nothing it says before it is checked.</summary>
internal sealed class SafetensorsReader(Stream stream, string name)
{
    // Each value of a header takes dozens of bytes once it is read, most of them those of numbers with one digit.
    private const int MaxValues = 2_000_000;

    public SafetensorsContent Read()
    {
        var metadata = new Dictionary<string, string>();
        return new SafetensorsContent(ReadTensors(ReadEntries(metadata)), metadata);
    }

    private List<Entry> ReadEntries(Dictionary<string, string> metadata)
    {
        byte[] text = HeaderText();
        try
        {
            using JsonDocument header = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return header.RootElement.ValueKind == JsonValueKind.Object
                ? ReadEntries(header.RootElement, metadata)
                : throw NotSafetensors("its header is not a JSON object");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is what System.Text.Json says of a text that is not Unicode.
            throw NotSafetensors("its header is not valid JSON", exception);
        }
    }

    private List<Entry> ReadEntries(JsonElement header, Dictionary<string, string> metadata)
    {
        List<Entry> entries = [];
        foreach (JsonProperty property in header.EnumerateObject())
        {
            if (property.Name == "__metadata__")
            {
                ReadMetadata(property.Value, metadata);
            }
            else
            {
                entries.Add(ReadEntry(property));
            }
        }

        return entries;
    }

    private byte[] HeaderText()
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
        {
            throw NotSafetensors("it has fewer than the eight bytes of the header's length");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is < 2 or > Safetensors.MaxHeader)
        {
            throw NotSafetensors($"its header would have {length} bytes");
        }

        if (length > (ulong)(stream.Length - stream.Position))
        {
            throw CutShort($"its header has {length} bytes, {stream.Length - stream.Position} are there");
        }

        var text = new byte[length];
        stream.ReadExactly(text);
        return JsonSize.IsAtMost(MaxValues, text) ? text : throw NotSafetensors($"its header has more than {MaxValues} values");
    }

    private void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw NotSafetensors("its metadata are not a JSON object");
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            metadata[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : throw NotSafetensors($"its metadata '{property.Name}' is not a text");
        }
    }

    private Entry ReadEntry(JsonProperty property)
    {
        JsonElement value = property.Value;
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("dtype", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || !value.TryGetProperty("shape", out JsonElement shape)
            || !value.TryGetProperty("data_offsets", out JsonElement offsets)
            || !TryNumbers(shape, out long[] sizes)
            || !TryNumbers(offsets, out long[] place) || place.Length != 2)
        {
            throw NotSafetensors($"the entry of tensor '{property.Name}' is not as the format wants it");
        }

        TensorType element = TensorType.Named(type.GetString()!)
            ?? throw new CnnGenException(
                $"{name} cannot be read: tensor '{property.Name}' has the type {type.GetString()}, expected F32 or I64.");
        long count = Count(sizes, property.Name);
        if (place[1] - place[0] != count * element.Size)
        {
            throw NotSafetensors($"tensor '{property.Name}' has {place[1] - place[0]} bytes, but its shape needs {count * element.Size}");
        }

        return new Entry(property.Name, element, sizes, (int)count, place[0], place[1]);
    }

    private long Count(long[] sizes, string tensor)
    {
        try
        {
            long count = sizes.Aggregate(1L, static (product, size) => checked(product * size));
            return count <= Array.MaxLength
                ? count
                : throw new CnnGenException($"{name} cannot be read: tensor '{tensor}' has {count} values, but at most {Array.MaxLength} can be held.");
        }
        catch (OverflowException exception)
        {
            throw NotSafetensors($"the shape of tensor '{tensor}' is too large", exception);
        }
    }

    private static bool TryNumbers(JsonElement element, out long[] numbers)
    {
        numbers = [];
        if (element.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var list = new List<long>();
        foreach (JsonElement item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long number) || number < 0)
            {
                return false;
            }

            list.Add(number);
        }

        numbers = [.. list];
        return true;
    }

    private List<Weight> ReadTensors(List<Entry> entries)
    {
        entries.Sort(static (a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        long expected = 0;
        foreach (Entry entry in entries)
        {
            if (entry.Begin != expected)
            {
                throw NotSafetensors(
                    $"tensor '{entry.Name}' begins at byte {entry.Begin} of the data, expected {expected}: tensors follow each other without holes");
            }

            expected = entry.End;
        }

        long available = stream.Length - stream.Position;
        if (available < expected)
        {
            throw CutShort($"its tensors have {expected} bytes, {available} are there");
        }

        return available == expected
            ? [.. entries.Select(ReadTensor)]
            : throw NotSafetensors($"{available - expected} bytes follow its last tensor");
    }

    private Weight ReadTensor(Entry entry)
    {
        Array values = entry.Type.Create(entry.Count);
        ArrayBytes.Read(stream, values);
        return new Weight(entry.Name, entry.Shape, values);
    }

    private CnnGenException NotSafetensors(string reason, Exception? cause = null) =>
        new($"{name} is not a safetensors file: {reason}.", cause);

    private CnnGenException CutShort(string reason) =>
        new($"{name} is cut short: {reason}. Copy or save it anew.");

    private sealed record Entry(string Name, TensorType Type, long[] Shape, int Count, long Begin, long End);
}
