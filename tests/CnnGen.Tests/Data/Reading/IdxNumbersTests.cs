namespace CnnGen.Tests;

public sealed class IdxNumbersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0x08, "uint8", new byte[] { 1, 255 }, new[] { 1f, 255 })]
    [InlineData(0x09, "int8", new byte[] { 1, 255 }, new[] { 1f, -1 })]
    [InlineData(0x0B, "int16", new byte[] { 1, 0, 255, 255 }, new[] { 256f, -1 })]
    [InlineData(0x0C, "int32", new byte[] { 0, 0, 1, 0, 255, 255, 255, 255 }, new[] { 256f, -1 })]
    [InlineData(0x0D, "float32", new byte[] { 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0 }, new[] { 1f, -2 })]
    [InlineData(0x0E, "float64", new byte[] { 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, new[] { 1f, -2 })]
    public void Every_type_is_read(byte code, string name, byte[] content, float[] expected)
    {
        NumberArray array = IdxFile.ReadNumbers(_folder.Write("a", IdxBytes.Of(code, [2], content)));

        (array.ElementType, array.Length).ShouldBe((name, 2));
        array.ToFloats().ShouldBe(expected);
    }

    [Fact]
    public void Any_number_of_dimensions_becomes_a_data_set()
    {
        byte[] volumes = [.. Enumerable.Range(0, 2 * 2 * 3 * 2 * 2).Select(static i => (byte)i)];
        NumberArray array = IdxFile.ReadNumbers(_folder.Write("v", IdxBytes.Of(0x08, [2, 2, 3, 2, 2], volumes)));
        NumberArray labels = IdxFile.ReadNumbers(_folder.Write("l", IdxBytes.Of(0x0C, [2], [0, 0, 0, 1, 0, 0, 0, 0])));

        var data = new Dataset(array.ToInput("volume"), labels.ToTarget(DataTarget.ClassIndex("kind", 2)));

        data.Inputs[0].Shape.ShouldBe([2, 3, 2, 2]);
        new BatchBuffer(data, 2).Fill(0, 2).Targets[0].Labels.ToArray().ShouldBe([1L, 0]);
        IdxFile.ReadNumbers(_folder.Write("d", IdxBytes.Of(0x08, [.. Enumerable.Repeat(1, 40)], [7]))).Shape.Count.ShouldBe(40);
    }

    [Theory]
    [InlineData(0x0A, new[] { 2 }, 2, "with elements of the unknown type 0x0A")]
    [InlineData(0x0E, new[] { 2 }, 15, "is cut short: 2 numbers have 16 bytes, 15 are there")]
    [InlineData(0x08, new[] { 2000000000, 2000000000, 2000000000, 2000000000, 2000000000, 2000000000 }, 2, "have more than 2 GB; it is damaged")]
    [InlineData(0x08, new int[0], 0, "expected")]
    public void A_wrong_file_is_explained(byte code, int[] sizes, int bytes, string expected)
    {
        string path = _folder.Write("a", IdxBytes.Of(code, sizes, new byte[bytes]));

        Should.Throw<CnnGenException>(() => IdxFile.ReadNumbers(path)).Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith(path), message => message.ShouldContain(expected));
    }
}
