using CnnGen.Pictures;
using FsCheck.Xunit;

namespace CnnGen.Tests.Pictures;

public sealed class PictureFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 60)]
    public void What_is_written_is_read(byte height, byte width, byte channels, int seed)
    {
        (int h, int w, int c) = (1 + (height % 20), 1 + (width % 20), 1 + (channels % 4));
        var pixels = new byte[h * w * c];
        new Random(seed).NextBytes(pixels);
        string path = _folder.File("a.png");

        PictureFile.Write(path, new Image(h, w, c, pixels));
        Image image = PictureFile.Read(path);

        (image.Height, image.Width, image.Channels).ShouldBe((h, w, c));
        image.Pixels.ToArray().ShouldBe(pixels);
        PictureFile.ReadSize(path).ShouldBe(new PictureSize(h, w));
    }

    [Fact]
    public void Bytes_are_read_as_a_file_is()
    {
        byte[] bytes = PngBytes.Of(3, 2, 8, 0, [0, 10, 20, 30, 0, 40, 50, 60]);

        PictureFile.Read(bytes, "the upload").Pixels.ToArray().ShouldBe([10, 20, 30, 40, 50, 60]);
        PictureFile.ReadSize(bytes, "the upload").ShouldBe(new PictureSize(2, 3));
        Should.Throw<CnnGenException>(() => PictureFile.Read([1, 2], "the upload")).Message
            .ShouldBe("the upload is no picture that can be read: it begins with the bytes 0102; expected a PNG, JPEG or BMP file.");
        Should.Throw<CnnGenException>(() => PictureFile.Read(bytes[..40], "the upload")).Message.ShouldStartWith("the upload begins like a PNG but cannot be read (");
    }

    [Theory]
    [InlineData(0, new byte[] { 10, 20, 30, 40, 50, 60 })]
    [InlineData(1, new byte[] { 10, 30, 60, 40, 90, 150 })]
    [InlineData(2, new byte[] { 10, 20, 30, 50, 70, 90 })]
    [InlineData(3, new byte[] { 10, 25, 42, 45, 85, 123 })]
    [InlineData(4, new byte[] { 10, 30, 60, 50, 100, 160 })]
    public void Every_filter_is_undone(int filter, byte[] expected)
    {
        byte[] rows = [(byte)filter, 10, 20, 30, (byte)filter, 40, 50, 60];

        Read(PngBytes.Of(3, 2, 8, 0, rows)).Pixels.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Every_kind_of_png_is_read()
    {
        Read(PngBytes.Of(9, 1, 1, 0, [0, 0b10100000, 0b10000000])).Pixels.ToArray().ShouldBe([255, 0, 255, 0, 0, 0, 0, 0, 255]);
        Read(PngBytes.Of(4, 1, 2, 0, [0, 0b00011011])).Pixels.ToArray().ShouldBe([0, 85, 170, 255]);
        Read(PngBytes.Of(2, 1, 4, 0, [0, 0x0F])).Pixels.ToArray().ShouldBe([0, 255]);
        Read(PngBytes.Of(2, 1, 16, 0, [0, 1, 2, 3, 4])).Pixels.ToArray().ShouldBe([1, 3]);
        Read(PngBytes.Of(1, 1, 16, 6, [0, 1, 9, 2, 9, 3, 9, 4, 9])).Pixels.ToArray().ShouldBe([1, 2, 3, 4]);
        Read(PngBytes.Of(2, 1, 8, 4, [0, 1, 2, 3, 4])).Channels.ShouldBe(2);
        Read(PngBytes.Of(2, 1, 8, 3, [0, 1, 0], palette: [1, 2, 3, 4, 5, 6])).Pixels.ToArray().ShouldBe([4, 5, 6, 1, 2, 3]);
        Read(PngBytes.Of(2, 1, 8, 3, [0, 1, 0], palette: [1, 2, 3, 4, 5, 6], alpha: [7])).Pixels.ToArray().ShouldBe([4, 5, 6, 255, 1, 2, 3, 7]);
    }

    /// <summary>The pixels of seven coarser pictures, each in rows of its own.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(8, 8)]
    [InlineData(3, 2)]
    public void An_interlaced_png_is_put_together(int height, int width)
    {
        (int Row, int Column, int Rows, int Columns)[] passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)];
        List<byte> rows = [];
        foreach ((int first, int column, int rowStep, int columnStep) in passes)
        {
            for (int y = first; y < height && column < width; y += rowStep)
            {
                rows.Add(0);
                for (int x = column; x < width; x += columnStep)
                {
                    rows.Add((byte)((y * width) + x));
                }
            }
        }

        Read(PngBytes.Of(width, height, 8, 0, [.. rows], interlace: 1)).Pixels.ToArray().ShouldBe(Enumerable.Range(0, height * width).Select(static i => (byte)i));
    }

    [Theory]
    [InlineData("Baseline", 20)]
    [InlineData("Progressive", 20)]
    [InlineData("FullColours", 6)]
    [InlineData("PlainRgb", 6)]
    [InlineData("Grey", 6)]
    public void Every_kind_of_jpeg_is_read(string kind, int tolerance)
    {
        byte[] file = kind switch
        {
            "Baseline" => JpegBytes.Baseline,
            "Progressive" => JpegBytes.Progressive,
            "FullColours" => JpegBytes.FullColours,
            "PlainRgb" => JpegBytes.PlainRgb,
            _ => JpegBytes.Grey,
        };

        Image image = Read(file);

        (image.Height, image.Width, image.Channels).ShouldBe((JpegBytes.Height, JpegBytes.Width, kind == "Grey" ? 1 : 3));
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                int[] expected = kind == "Grey" ? [(6 * x) + (8 * y)] : [12 * x, 18 * y, 255 - (6 * x) - (8 * y)];
                for (int c = 0; c < image.Channels; c++)
                {
                    Math.Abs(image[y, x, c] - expected[c]).ShouldBeLessThanOrEqualTo(tolerance, $"{y}, {x}, {c}");
                }
            }
        }

        PictureFile.ReadSize(_folder.File("a")).ShouldBe(new PictureSize(JpegBytes.Height, JpegBytes.Width));
    }

    [Fact]
    public void Every_kind_of_bmp_is_read()
    {
        Read(BmpBytes.Of(2, 2, 24, [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0])).Pixels.ToArray().ShouldBe([9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4]);
        Read(BmpBytes.Of(1, -2, 32, [1, 2, 3, 0, 4, 5, 6, 0])).Pixels.ToArray().ShouldBe([3, 2, 1, 6, 5, 4]);
        Read(BmpBytes.Of(3, 1, 8, [1, 0, 1, 0], palette: [1, 2, 3, 0, 4, 5, 6, 0])).Pixels.ToArray().ShouldBe([6, 5, 4, 3, 2, 1, 6, 5, 4]);
        Read(BmpBytes.Of(3, 1, 1, [0b10100000, 0, 0, 0], palette: [0, 0, 0, 0, 9, 9, 9, 0])).Pixels.ToArray().ShouldBe([9, 9, 9, 0, 0, 0, 9, 9, 9]);
        Read(BmpBytes.Of(3, 1, 4, [0x10, 0x10, 0, 0], palette: [0, 0, 0, 0, 9, 9, 9, 0])).Pixels.ToArray().ShouldBe([9, 9, 9, 0, 0, 0, 9, 9, 9]);
        byte[] masks = [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0];
        Read(BmpBytes.Of(1, 1, 32, [1, 2, 3, 0], packing: 3, masks: masks)).Pixels.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_broken_picture_names_file_and_reason()
    {
        Reason(PngBytes.Of(2, 1, 8, 0, [0, 1])).ShouldBe($"{_folder.File("a")} begins like a PNG but cannot be read (it is cut short: rows are missing): save it again.");
        Reason(PngBytes.Of(2, 1, 8, 0, [0, 1, 2, 3])).ShouldContain("it has more content than its size needs");
        Reason(PngBytes.Of(2, 1, 8, 0, [5, 1, 2])).ShouldContain("a row has the filter 5");
        Reason(PngBytes.Of(2, 1, 8, 3, [0, 1, 2], palette: [1, 2, 3, 4, 5, 6])).ShouldContain("the pixel in row 0 and column 1 has colour 2, but its palette has 2");
        Reason(PngBytes.Of(2, 1, 3, 0, [0, 1, 2])).ShouldContain("3 bits, colour type 0");
        Reason(PngBytes.Of(0, 1, 8, 0, [0])).ShouldContain("its size is 0×1");
        Reason(PngBytes.Of(2, 1, 8, 0, [0, 1, 2])[..40]).ShouldContain("cut short");
        byte[] wrong = PngBytes.Of(2, 1, 8, 0, [0, 1, 2]);
        wrong[^18] ^= 1;
        Reason(wrong).ShouldContain("a check sum is wrong");
        Reason(BmpBytes.Of(2, 1, 8, [0, 0, 0, 0], palette: new byte[8], packing: 1)).ShouldContain("packed in the way 1, which is not read");
        Reason(BmpBytes.Of(2, 1, 16, new byte[8])).ShouldContain("have 16 bits; 1, 4, 8, 24 and 32 are read");
        Reason(BmpBytes.Of(20000, 20000, 24, new byte[8])).ShouldContain("for which it has too few bytes");
        Reason(JpegBytes.Baseline[..300]).ShouldContain("begins like a JPEG but cannot be read");
        Reason([1, 2, 3, 4, 5]).ShouldContain("is no picture that can be read: it begins with the bytes 01020304; expected a PNG, JPEG or BMP file.");
        Reason([]).ShouldContain("is empty");
        Should.Throw<ArgumentException>(() => PictureFile.Write(_folder.File("b"), new Image(1, 1, 5, new byte[5])));
    }

    [Fact]
    public void A_lying_header_takes_no_memory()
    {
        byte[] jpeg = JpegBytes.Baseline;
        int frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        jpeg.AsSpan(frame + 5, 4).Fill(0x7F);
        foreach (byte[] file in new[] { PngBytes.Of(30000, 30000, 16, 6, [0, 0, 0]), BmpBytes.Of(30000, 30000, 24, [0]), jpeg, PngBytes.Of(28, 28, 8, 0, new byte[100 << 20]) })
        {
            string path = _folder.Write("large", file);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Should.Throw<CnnGenException>(() => PictureFile.Read(path)).Message.ShouldStartWith(path);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 << 20);
        }
    }

    private Image Read(byte[] file) => PictureFile.Read(_folder.Write("a", file));

    private string Reason(byte[] file) => Should.Throw<CnnGenException>(() => Read(file)).Message;
}
