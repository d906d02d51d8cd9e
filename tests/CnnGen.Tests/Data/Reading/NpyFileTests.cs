using System.Buffers.Binary;
using System.IO.Compression;
using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("|b1", "bool", new byte[] { 0, 1, 1 }, new[] { 0f, 1, 1 })]
    [InlineData("|u1", "uint8", new byte[] { 0, 7, 255 }, new[] { 0f, 7, 255 })]
    [InlineData("|i1", "int8", new byte[] { 0, 128, 255 }, new[] { 0f, -128, -1 })]
    [InlineData("<u2", "uint16", new byte[] { 1, 0, 0, 1, 255, 255 }, new[] { 1f, 256, 65535 })]
    [InlineData(">u2", "uint16", new byte[] { 1, 0, 0, 1, 255, 255 }, new[] { 256f, 1, 65535 })]
    [InlineData("<i2", "int16", new byte[] { 1, 0, 0, 1, 255, 255 }, new[] { 1f, 256, -1 })]
    [InlineData(">i4", "int32", new byte[] { 0, 0, 1, 0, 255, 255, 255, 254, 0, 0, 0, 3 }, new[] { 256f, -2, 3 })]
    [InlineData("<u4", "uint32", new byte[] { 0, 0, 1, 0, 255, 255, 255, 255, 3, 0, 0, 0 }, new[] { 65536f, 4294967295, 3 })]
    [InlineData("<i8", "int64", new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 1, 0, 0, 0 }, new[] { 2f, -1, 4294967296 })]
    [InlineData(">u8", "uint64", new byte[] { 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, new[] { 2f, 256, 0 })]
    [InlineData("<f2", "float16", new byte[] { 0, 0x3C, 0, 0xC0, 0, 0x38 }, new[] { 1f, -2, 0.5f })]
    [InlineData(">f2", "float16", new byte[] { 0x3C, 0, 0xC0, 0, 0x38, 0 }, new[] { 1f, -2, 0.5f })]
    [InlineData(">f4", "float32", new byte[] { 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0, 0x3F, 0, 0, 0 }, new[] { 1f, -2, 0.5f })]
    [InlineData("<f8", "float64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F }, new[] { 1f, -2, 0.5f })]
    [InlineData(">f8", "float64", new byte[] { 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0x3F, 0xE0, 0, 0, 0, 0, 0, 0 }, new[] { 1f, -2, 0.5f })]
    public void Every_type_of_number_is_read(string type, string name, byte[] content, float[] expected)
    {
        foreach (int version in new[] { 1, 2, 3 })
        {
            NumberArray array = NpyFile.Read(_folder.Write("a.npy", NpyBytes.Of(type, "3,", content, version: version)));

            (array.Shape.Single(), array.Length, array.ElementType).ShouldBe((3, 3, name));
            array.ToFloats().ShouldBe(expected);
        }
    }

    [Property(MaxTest = 40)]
    public void The_order_of_dimensions_is_that_of_the_array_whatever_the_file_has(byte a, byte b, byte c)
    {
        int[] shape = [1 + (a % 4), 1 + (b % 4), 1 + (c % 4)];
        int count = shape[0] * shape[1] * shape[2];
        float[] rows = [.. Enumerable.Range(0, count).Select(static i => (float)i)];
        var columns = new float[count];
        for (int i = 0, place = 0; i < shape[0]; i++)
        {
            for (int j = 0; j < shape[1]; j++)
            {
                for (int k = 0; k < shape[2]; k++)
                {
                    columns[i + (shape[0] * (j + (shape[1] * k)))] = rows[place++];
                }
            }
        }

        string sizes = string.Join(", ", shape);
        NpyFile.Read(_folder.Write("c.npy", NpyBytes.Of("<f4", sizes, NpyBytes.Floats(rows)))).ToFloats().ShouldBe(rows);
        NpyFile.Read(_folder.Write("f.npy", NpyBytes.Of("<f4", sizes, NpyBytes.Floats(columns), fortran: true))).ToFloats().ShouldBe(rows);
    }

    [Fact]
    public void Arrays_become_inputs_and_targets()
    {
        NumberArray pictures = Floats("2, 2, 3", [.. Enumerable.Range(0, 12).Select(static i => (float)i)]);
        Values.Of(pictures.ToInput("image", 2, 3, 1)).ShouldBe(pictures.ToFloats());
        pictures.ToInput("table").Input.Shape.ShouldBe([2, 3]);

        InputColumn planes = pictures.ToInput("image", DataFormat.ChannelsFirst);
        planes.Input.Shape.ShouldBe([3, 2]);
        Values.Of(planes).ShouldBe([0f, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);

        NumberArray bytes = NpyFile.Read(_folder.Write("u.npy", NpyBytes.Of("|u1", "2,", [0, 255])));
        Values.Of(bytes.ToInput("grey")).ShouldBe([0f, 1f]);
        Values.LabelsOf(bytes.ToTarget(DataTarget.ClassIndex("kind", 256))).ShouldBe([0L, 255]);
        Values.NumbersOf(bytes.ToTarget(DataTarget.Numbers("grey", 1))).ShouldBe([0f, 255f]);
        Values.LabelsOf(Floats("2, 1", [0, 1]).ToTarget(DataTarget.ClassIndex("kind", 2))).ShouldBe([0L, 1]);
        Values.NumbersOf(Floats("2, 2", [0, 1, 1, 0]).ToTarget(DataTarget.OneHot("kind", 2))).ShouldBe([0f, 1, 1, 0]);
    }

    [Fact]
    public void What_does_not_fit_names_file_and_place()
    {
        string path = _folder.File("f.npy");
        Message(() => Floats("2, 3", new float[6]).ToInput("x", 2)).ShouldBe($"{path} has the shape 2×3, 3 numbers an example, but the input 'x 2' has 2.");
        Message(() => Floats("0, 3", []).ToInput("x")).ShouldBe($"{path} has the shape 0×3, and so no examples: its first dimension counts them.");
        Message(() => Floats("", [1]).ToInput("x")).ShouldContain("has the shape of a single number, and so no examples");
        Message(() => Floats("2, 1", [1, float.NaN]).ToInput("x")).ShouldBe($"{path}: Example 1 of 'x' has a value that is no number, at place 0: replace what is missing before.");
        Message(() => Floats("2, 2", [1, 2, 0.5f, 1]).ToTarget(DataTarget.ClassIndex("map", 3, 2))).ShouldBe($"{path} has the number 0.5 at place [1, 0]: a class is a whole number from 0 on.");
        Message(() => Floats("2,", [1, 3]).ToTarget(DataTarget.ClassIndex("kind", 3))).ShouldStartWith($"{path}: Label 3 of example 1 is no class");
        Message(() => Floats("2, 2", new float[4]).ToTarget(DataTarget.ClassIndex("kind", 3))).ShouldContain("2 numbers an example, but the target 'kind: one of 3 classes' has 1");
    }

    [Theory]
    [InlineData("<c8", "(3,)", "has elements of the type <c8, which are no plain numbers")]
    [InlineData("|O", "(3,)", "has elements of the type |O")]
    [InlineData("<U5", "(3,)", "has elements of the type <U5")]
    [InlineData("<f3", "(3,)", "has elements of the type <f3")]
    [InlineData("<f4", "(3000000000,)", "of which '3000000000' is no size that can be held")]
    [InlineData("<f4", "(-3,)", "of which '-3' is no size")]
    [InlineData("<f4", "(1000000, 1000000)", "says that its 1000000×1000000 numbers have 4000000000000 bytes, more than there are; it is damaged.")]
    [InlineData("<f4", "(2147483647, 2147483647, 2147483647, 2147483647, 2147483647)", "more than there are")]
    [InlineData("<f4", "(4,)", "is cut short: 4 numbers have 16 bytes, 12 are there.")]
    [InlineData("<f4", "(2,)", "is too long: 2 numbers have 8 bytes, and more follow.")]
    [InlineData("<f4", "3", "has a header that cannot be read")]
    public void A_wrong_header_is_explained(string type, string shape, string expected)
    {
        string path = _folder.Write("a.npy", NpyBytes.WithHeader($"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n", new byte[12]));

        Message(() => NpyFile.Read(path)).ShouldSatisfyAllConditions(message => message.ShouldStartWith($"{path} "), message => message.ShouldContain(expected));
    }

    [Fact]
    public void A_file_that_is_cut_short_anywhere_or_something_else_is_refused()
    {
        byte[] whole = NpyBytes.Of("<f4", "3,", new byte[12]);
        for (int length = 1; length < whole.Length; length++)
        {
            string path = _folder.Write("cut", whole.AsSpan(0, length));
            Message(() => NpyFile.Read(path)).ShouldStartWith($"{path} is cut short");
        }

        Message(() => NpyFile.Read(_folder.Write("e", []))).ShouldEndWith("is empty; expected an array as NumPy saves it.");
        Message(() => NpyFile.Read(_folder.Write("p", [0x89, 0x50, 0x4E, 0x47]))).ShouldContain("is no .npy file: it begins with the bytes 89504E47");
        Message(() => NpyFile.Read(_folder.Write("v", [0x93, .. "NUMPY"u8, 9, 0, 0, 0]))).ShouldContain("of the version 9.0; 1, 2 and 3 can be read");
        Message(() => NpyFile.Read(_folder.Write("r", NpyBytes.WithHeader("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", new byte[4])))).ShouldContain("holds records");
        Message(() => NpyFile.Read(_folder.File("none.npy"))).ShouldEndWith("none.npy does not exist; expected an array as NumPy saves it.");
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Archives_hold_several_arrays(CompressionLevel level)
    {
        byte[] x = NpyBytes.Of("<f4", "2, 2", NpyBytes.Floats(1, 2, 3, 4));
        byte[] y = NpyBytes.Of("<i8", "2,", [.. BitConverter.GetBytes(1L), .. BitConverter.GetBytes(0L)]);
        string path = _folder.Write("data.npz", NpyBytes.Archive(level, ("x", x), ("y", y)));

        NpzFile.Names(path).ShouldBe(["x", "y"]);
        NpzFile.Read(path, "x").ToFloats().ShouldBe([1f, 2, 3, 4]);
        NpzFile.Read(path)["y"].ToIntegers().ShouldBe([1, 0]);
        Message(() => NpzFile.Read(path, "z")).ShouldBe($"{path} has no array 'z'; it has 'x', 'y'.");
    }

    [Fact]
    public void A_damaged_archive_names_file_and_array()
    {
        byte[] whole = NpyBytes.Archive(CompressionLevel.NoCompression, ("x", NpyBytes.Of("<f4", "4,", NpyBytes.Floats(1, 2, 3, 4))));
        byte[] wrong = [.. whole];
        wrong[whole.AsSpan().IndexOf(NpyBytes.Floats(2))] ^= 1;
        string path = _folder.Write("data.npz", wrong);

        Message(() => NpzFile.Read(path, "x")).ShouldBe($"{path}, array 'x' is damaged: its check sum is wrong. Save it again.");
        Message(() => NpzFile.Read(_folder.Write("cut.npz", whole.AsSpan(0, 50)))).ShouldContain("cut.npz is cut short, damaged or no archive");
        Message(() => NpzFile.Read(_folder.Write("no.npz", [1, 2, 3]))).ShouldContain("expected arrays as NumPy's savez writes them");
    }

    [Fact]
    public void A_lying_header_takes_no_memory()
    {
        byte[] large = NpyBytes.Of("<f4", "500000000,", new byte[100]);
        string plain = _folder.Write("l.npy", large);
        string packed = _folder.Write("l.npz", NpyBytes.Archive(CompressionLevel.Optimal, ("x", NpyBytes.Of("|u1", "2000000000,", new byte[4 << 20]))));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Message(() => NpyFile.Read(plain)).ShouldContain("is cut short");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
        Message(() => NpzFile.Read(packed, "x")).ShouldContain("is cut short");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32 << 20);
    }

    private NumberArray Floats(string shape, float[] values) => NpyFile.Read(_folder.Write("f.npy", NpyBytes.Of("<f4", shape, NpyBytes.Floats(values))));

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;
}
