using System.Buffers.Binary;
using System.IO.Compression;
using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 50)]
    public void Images_and_labels_come_back_compressed_or_not(byte count, byte height, byte width, bool compressed)
    {
        (int n, int h, int w) = (count % 5, 1 + (height % 7), 1 + (width % 7));
        var pixels = new byte[n * h * w];
        new Random(count).NextBytes(pixels);
        byte[] labels = [.. Enumerable.Range(0, n).Select(i => (byte)(i % 3))];

        ImageDataset data = IdxFile.Read(
            Images([n, h, w], pixels, compressed), Labels(labels, compressed), 3);

        (data.Count, data.Height, data.Width, data.Channels, data.Classes).ShouldBe((n, h, w, 1, 3));
        data.Labels.ShouldBe(labels.Select(label => (int)label));
        data.Images.SelectMany(image => image.Pixels.ToArray()).ShouldBe(pixels);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_cut_short_anywhere_is_refused(bool compressed)
    {
        byte[] whole = File.ReadAllBytes(Images([2, 3, 3], new byte[18], compressed));
        for (int length = 0; length < whole.Length; length++)
        {
            string path = _folder.Write("cut", whole.AsSpan(0, length));

            string message = Should.Throw<CnnGenException>(() => IdxFile.ReadImages(path), $"{length} bytes").Message;
            message.ShouldStartWith($"{path} is cut short");
        }
    }

    [Fact]
    public void The_error_of_missing_pixels_counts_them()
    {
        string path = Images([2, 3, 3], new byte[17], compressed: true);

        Error(path).ShouldBe($"{path} is cut short: 2×3×3 images have 18 bytes, 17 are there.");
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused()
    {
        string path = Images([2, 3, 3], new byte[19], compressed: false);

        Error(path).ShouldBe($"{path} is too long: 2×3×3 images have 18 bytes, more are there.");
    }

    [Fact]
    public void Labels_are_no_images()
    {
        string labels = Labels([1, 2], compressed: true);
        Error(labels).ShouldBe($"{labels} has the magic number 2049 (labels); expected 2051 (images).");

        string images = Images([1, 1, 1], [1], compressed: true);
        Should.Throw<CnnGenException>(() => IdxFile.ReadLabels(images)).Message
            .ShouldBe($"{images} has the magic number 2051 (images); expected 2049 (labels).");
    }

    [Fact]
    public void Another_element_type_is_refused()
    {
        string path = _folder.Write("floats", [0, 0, 0x0D, 3, 0, 0, 0, 1]);

        Error(path).ShouldBe($"{path} has the magic number 3331; expected 2051 (images).");
    }

    [Fact]
    public void What_is_neither_gzip_nor_IDX_is_refused()
    {
        string path = _folder.Write("page.gz", "<html>not found</html>"u8);

        Error(path).ShouldBe($"{path} is neither gzip nor IDX: it begins with the bytes 3C68746D; expected images as IDX, gzip or not.");
    }

    [Fact]
    public void Damaged_gzip_is_refused()
    {
        string path = Images([2, 30, 30], [.. Enumerable.Range(0, 1800).Select(i => (byte)(i * 7919 >> 3))], compressed: true);
        byte[] file = File.ReadAllBytes(path);
        file[file.Length / 2] ^= 0x55;
        File.WriteAllBytes(path, file);

        Error(path).ShouldStartWith(path);
    }

    [Fact]
    public void A_false_header_takes_no_memory()
    {
        string path = _folder.Write("huge", Header(0x0803, 1000, 1000, 1000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Error(path).ShouldBe($"{path} is cut short: 1000×1000×1000 images have 1000000000 bytes, 0 are there.");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    [Theory]
    [InlineData(-1, 28, 28, "a negative size")]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, "more than 2 GB")]
    [InlineData(65536, 65536, 1, "more than 2 GB")]
    public void Impossible_sizes_are_refused(int count, int height, int width, string reason)
    {
        string path = _folder.Write("impossible", Header(0x0803, count, height, width));

        Error(path).ShouldBe($"{path} says that its images have {reason}; it is damaged.");
    }

    [Fact]
    public void Images_without_size_are_refused()
    {
        string path = _folder.Write("flat", Header(0x0803, 5, 0, 28));

        Error(path).ShouldBe($"{path} has images of 0×28; both sizes must be at least 1.");
    }

    [Fact]
    public void Images_and_labels_must_be_as_many()
    {
        string images = Images([2, 1, 1], [1, 2], compressed: true);
        string labels = Labels([1, 2, 0], compressed: true);

        Should.Throw<CnnGenException>(() => IdxFile.Read(images, labels, 3)).Message
            .ShouldBe($"{labels} has 3 labels, but {images} has 2 images: they must be as many.");
    }

    [Fact]
    public void A_label_beyond_the_classes_is_refused()
    {
        string images = Images([2, 1, 1], [1, 2], compressed: true);
        string labels = Labels([1, 3], compressed: true);

        Should.Throw<CnnGenException>(() => IdxFile.Read(images, labels, 3)).Message
            .ShouldBe($"{labels} has the label 3 at place 1: with 3 classes, labels go from 0 to 2.");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = _folder.File("missing/images.gz");

        Error(path).ShouldBe($"{path} does not exist; expected images as IDX, gzip or not.");
    }

    internal static byte[] Header(int magic, params int[] sizes)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return header;
    }

    internal static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    private string Images(int[] sizes, byte[] pixels, bool compressed)
    {
        byte[] content = [.. Header(0x0803, sizes), .. pixels];
        return _folder.Write("images", compressed ? Compress(content) : content);
    }

    private string Labels(byte[] labels, bool compressed)
    {
        byte[] content = [.. Header(0x0801, labels.Length), .. labels];
        return _folder.Write("labels", compressed ? Compress(content) : content);
    }

    private static string Error(string path) => Should.Throw<CnnGenException>(() => IdxFile.ReadImages(path)).Message;
}
