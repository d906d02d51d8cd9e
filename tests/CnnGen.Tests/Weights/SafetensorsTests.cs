using System.Buffers.Binary;
using System.Text;
using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class SafetensorsTests
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    [Property]
    public void What_is_written_is_read_back(float[] floats, long[] longs, byte[] bytes, string name, string text)
    {
        string key = "x" + name;
        Weight[] tensors =
        [
            new(key, [floats.Length], floats),
            new("counter", [], new long[] { longs.Length }),
            new("state", [bytes.Length], bytes),
            new("matrix", [1, longs.Length, 1], longs),
        ];
        if (key is "counter" or "state" or "matrix")
        {
            return;
        }

        string value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        string stored = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key));
        SafetensorsContent content = Read(Write(tensors, new() { ["note"] = value }));

        content.Metadata["note"].ShouldBe(value);
        Dictionary<string, Weight> found = content.Tensors.ToDictionary(tensor => tensor.Name);
        found.Count.ShouldBe(4);
        ((float[])found[stored].Values).Select(BitConverter.SingleToUInt32Bits).ShouldBe(floats.Select(BitConverter.SingleToUInt32Bits));
        found["matrix"].Values.ShouldBe(longs);
        found["matrix"].Shape.ShouldBe([1L, longs.Length, 1L]);
        found["state"].Values.ShouldBe(bytes);
        found["counter"].Shape.ShouldBeEmpty();
    }

    [Fact]
    public void The_layout_is_that_of_the_format()
    {
        byte[] file = Write(
            [new("a", [1], new byte[] { 7 }), new("w", [2], new float[] { 1, 2 }), new("n", [], new long[] { 3 })],
            new() { ["format"] = "pt" });

        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(file);
        (header % 8).ShouldBe(0ul);
        Encoding.UTF8.GetString(file, 8, (int)header).TrimEnd(' ').ShouldBe(
            """{"__metadata__":{"format":"pt"},"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}"""
            + ""","w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"a":{"dtype":"U8","shape":[1],"data_offsets":[16,17]}}""");
        file[(8 + (int)header)..].ShouldBe([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 63, 0, 0, 0, 64, 7]);
    }

    [Fact]
    public void A_file_that_is_cut_short_anywhere_is_refused()
    {
        byte[] file = Write([new("w", [3], new float[3]), new("n", [], new long[1])], new() { ["format"] = "pt" });
        Read(file).Tensors.Count.ShouldBe(2);
        for (int length = 0; length < file.Length; length++)
        {
            Error(file[..length]).ShouldStartWith("f is ");
        }
    }

    [Fact]
    public void Bytes_after_the_last_tensor_are_refused() =>
        Error([.. Write([new("w", [3], new float[3])], NoMetadata), 0]).ShouldBe("f is not a safetensors file: 1 bytes follow its last tensor.");

    [Theory]
    [InlineData("[]", "its header is not a JSON object")]
    [InlineData("""{"\uD800":1}""", "its header is not valid JSON")]
    [InlineData("{]", "its header is not valid JSON")]
    [InlineData("""{"a":1}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "the entry of tensor 'a' is not as the format wants it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "tensor 'a' has 4 bytes, but its shape needs 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "tensor 'a' has -4 bytes, but its shape needs 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", "the shape of tensor 'a' is too large")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "tensor 'a' begins at byte 4 of the data, expected 0: tensors follow each other without holes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "its header is not valid JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "tensor 'b' begins at byte 0 of the data, expected 4: tensors follow each other without holes")]
    [InlineData("""{"__metadata__":3}""", "its metadata are not a JSON object")]
    [InlineData("""{"__metadata__":{"a":3}}""", "its metadata 'a' is not a text")]
    public void A_header_that_is_not_right_is_refused(string header, string reason) =>
        Error(File(header, new byte[8])).ShouldBe($"f is not a safetensors file: {reason}.");

    [Fact]
    public void A_tensor_that_no_array_holds_is_refused_by_its_header() =>
        Error(File("""{"a":{"dtype":"F32","shape":[65536,65536],"data_offsets":[0,17179869184]}}""", []))
            .ShouldBe("f cannot be read: tensor 'a' has 4294967296 values, but at most 2147483591 can be held.");

    [Fact]
    public void A_file_that_says_it_has_a_tensor_of_gigabytes_takes_no_memory()
    {
        byte[] file = File("""{"a":{"dtype":"F32","shape":[536870912],"data_offsets":[0,2147483648]}}""", new byte[8]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Error(file).ShouldBe("f is cut short: its tensors have 2147483648 bytes, 8 are there. Copy or save it anew.");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_type_that_no_weight_has_is_named() =>
        Error(File("""{"a":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}""", new byte[2]))
            .ShouldBe("f cannot be read: tensor 'a' has the type BF16, expected F32 or I64.");

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(0ul)]
    [InlineData(1ul << 40)]
    public void A_header_of_impossible_length_is_refused_without_memory(ulong length)
    {
        var file = new byte[100];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);

        Error(file).ShouldBe($"f is not a safetensors file: its header would have {length} bytes.");
    }

    [Fact]
    public void A_header_of_many_short_values_is_refused_without_memory()
    {
        byte[] file = File($"{{\"a\":[{string.Concat(Enumerable.Repeat("1,", 4_000_000))}1]}}", []);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Error(file).ShouldBe("f is not a safetensors file: its header has more than 2000000 values.");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(file.Length + (8 << 20));
    }

    [Fact]
    public void A_header_that_would_not_be_read_is_not_written() =>
        Should.Throw<CnnGenException>(() => Write([], new() { ["note"] = new string('x', 17 << 20) })).Message
            .ShouldContain("but at most 16777216 are written");

    [Fact]
    public void Any_byte_that_is_damaged_gives_an_error_or_other_values_but_nothing_else()
    {
        byte[] whole = Write([new("w", [3], new float[3]), new("n", [], new long[1])], new() { ["format"] = "pt" });
        for (int place = 0; place < whole.Length; place++)
        {
            foreach (byte value in (ReadOnlySpan<byte>)[0, 1, (byte)'0', (byte)'9', (byte)'"', (byte)',', (byte)'}', (byte)'\\', 127, 128, 255])
            {
                byte[] file = [.. whole];
                file[place] = value;
                Attempt(file);
            }
        }

        static void Attempt(byte[] file)
        {
            try
            {
                Read(file);
            }
            catch (CnnGenException exception) when (exception.Message.StartsWith("f ", StringComparison.Ordinal))
            {
                // Any other exception fails the test.
            }
        }
    }

    private static byte[] Write(Weight[] tensors, Dictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        Safetensors.Write(stream, tensors, metadata);
        return stream.ToArray();
    }

    private static byte[] File(string header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)Encoding.UTF8.GetByteCount(header));
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }

    private static SafetensorsContent Read(byte[] file) => Safetensors.Read(new MemoryStream(file), "f");

    private static string Error(byte[] file) => Should.Throw<CnnGenException>(() => Read(file)).Message;
}
