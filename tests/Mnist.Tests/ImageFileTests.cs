using BigGustave;
using CnnGen.Samples.Mnist.Images;
using CnnGen.Samples.Mnist.Tests.CommandLine;
using CnnGen.Samples.Mnist.Tests.Robustness;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests;

public sealed class ImageFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_a_png()
    {
        var path = WritePng((x, y) => x == 10 && y == 20 ? new Pixel(200, 200, 200) : new Pixel(0, 0, 0));

        var image = ImageFile.Read(path, out var inverted);

        inverted.ShouldBeFalse();
        image[20, 10].ShouldBe((byte)200);
        image.Pixels.ToArray().Sum(value => value).ShouldBe(200);
    }

    [Fact]
    public void Takes_what_is_transparent_for_paper()
    {
        var path = WritePng((x, y) => x == 10 && y == 20 ? new Pixel(0, 0, 0, 255, false) : new Pixel(0, 0, 0, 0, false));

        var image = ImageFile.Read(path, out var inverted);

        inverted.ShouldBeTrue();
        image[20, 10].ShouldBe((byte)255);
        image[0, 0].ShouldBe((byte)0);
    }

    [Fact]
    public void Explains_a_broken_png()
    {
        var path = WritePng((_, _) => new Pixel(0, 0, 0));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..40]);

        Should.Throw<CnnGenException>(() => ImageFile.Read(path, out _)).Message.ShouldStartWith($"{path} begins like a PNG but cannot be read");
    }

    [Fact]
    public void The_size_of_a_png_is_read_before_anything_is_made_of_it()
    {
        File.WriteAllBytes(_folder["large.png"], PngChunks.File(30000, 30000, 16, 6, [0, 0, 0]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<CnnGenException>(() => ImageFile.Read(_folder["large.png"], out _)).Message.ShouldStartWith($"{_folder["large.png"]} is 30000×30000 pixels");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_png_that_unpacks_to_more_than_its_size_is_refused()
    {
        File.WriteAllBytes(_folder["bomb.png"], PngChunks.File(28, 28, 8, 0, new byte[100 << 20]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<CnnGenException>(() => ImageFile.Read(_folder["bomb.png"], out _)).Message.ShouldContain("it has more content than its size needs");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Theory]
    [InlineData("P2 16384 16384 255\n1 2 3", "its pixel 3 is ''")]
    [InlineData("P5 16384 16384 255\n123", "is cut short")]
    public void The_size_of_a_pgm_takes_no_memory(string content, string expected)
    {
        File.WriteAllText(_folder["large.pgm"], content);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<CnnGenException>(() => ImageFile.Read(_folder["large.pgm"], out _)).Message.ShouldContain(expected);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_file_too_large_for_a_digit_is_not_read()
    {
        using (var file = File.Create(_folder["video.png"]))
        {
            file.SetLength(5L << 30);
        }

        Should.Throw<CnnGenException>(() => ImageFile.Read(_folder["video.png"], out _)).Message.ShouldContain("too many for a picture of 28×28 pixels");
    }

    [Theory]
    [InlineData("P2\n# a comment\n2 1\n# and one more\n10\n5 10\n", 127, 255)]
    [InlineData("P5 2 1 255\nA\nrest is ignored", 65, 10)]
    public void Reads_a_pgm(string content, int first, int second)
    {
        var (width, height, pixels) = PgmFile.Parse("a.pgm", System.Text.Encoding.Latin1.GetBytes(content));

        (width, height).ShouldBe((2, 1));
        pixels.ShouldBe([(byte)first, (byte)second]);
    }

    [Theory]
    [InlineData("", "is neither a PNG nor a PGM file")]
    [InlineData("P6 2 1 255 abcdef", "is neither a PNG nor a PGM file")]
    [InlineData("P5 2 1 255\nA", "is cut short: 2×1 pixels need 2 bytes after its header, but 1 are there")]
    [InlineData("P5 2 1 255", "is cut short")]
    [InlineData("P2 2 1 255 7", "its pixel 1 is ''")]
    [InlineData("P2 2 1 65535 7 7", "its largest value is '65535'")]
    [InlineData("P5 -2 1 255\n", "its width is '-2'")]
    [InlineData("P5 99999999999999999999 1 255\n", "its width is")]
    [InlineData("P5 0 1 255\n", "is an empty picture")]
    public void Explains_a_broken_pgm(string content, string expected) =>
        Should.Throw<CnnGenException>(() => PgmFile.Parse("a.pgm", System.Text.Encoding.Latin1.GetBytes(content)))
            .Message.ShouldSatisfyAllConditions(message => message.ShouldStartWith("a.pgm "), message => message.ShouldContain(expected));

    private string WritePng(Func<int, int, Pixel> colour)
    {
        var builder = PngBuilder.Create(ImageFile.Side, ImageFile.Side, hasAlphaChannel: true);
        for (var y = 0; y < ImageFile.Side; y++)
        {
            for (var x = 0; x < ImageFile.Side; x++)
            {
                builder.SetPixel(colour(x, y), x, y);
            }
        }

        using var stream = File.Create(_folder["digit.png"]);
        builder.Save(stream);
        return _folder["digit.png"];
    }
}
