using static CnnGen.Tests.IdxBytes;

namespace CnnGen.Tests;

/// <summary>Headers that lie, sizes that cannot be, files that are something else: what is wrong is said, and no memory is taken for it.</summary>
public sealed class IdxRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_header_in_the_wrong_order_of_bytes_is_told_of()
    {
        string path = _folder.Write("little", [3, 8, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 7]);

        Error(path).ShouldBe($"{path} has the bytes of its header in the wrong order: IDX is big-endian. Write it anew.");
    }

    [Fact]
    public void More_images_than_can_be_held_are_refused_with_the_limit()
    {
        string path = _folder.File("large");
        using (FileStream file = File.Create(path))
        {
            file.Write(Header(0x0803, 3000, 1000, 1000));
            file.SetLength(3_000_000_016);
        }

        Error(path).ShouldBe($"{path} has 3000×1000×1000 images, 3000000000 values, but a data set holds at most 2147483591 (2 GB): split the file.");
    }

    [Fact]
    public void A_gzip_file_takes_no_memory_for_what_it_does_not_hold()
    {
        string small = _folder.Write("small.gz", Compress([.. Header(0x0803, 1000, 1000, 1000), .. new byte[1000]]));
        string large = _folder.Write("large.gz", Compress([.. Header(0x0803, 100, 1000, 1000), .. new byte[90_000_000]]));
        string zeros = _folder.Write("zeros.gz", Compress([.. Header(0x0803, 1, 10, 10), .. new byte[200_000_000]]));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Error(small).ShouldBe($"{small} is cut short: 1000×1000×1000 images have 1000000000 bytes, 1000 are there.");
        Error(large).ShouldBe($"{large} is cut short: 100×1000×1000 images have 100000000 bytes, 90000000 are there.");
        IdxFile.ReadImages(zeros).Pixels.Length.ShouldBe(100);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    [Fact]
    public void A_large_gzip_file_takes_the_memory_of_its_content_once()
    {
        string path = _folder.Write("large.gz", Compress([.. Header(0x0803, 100, 1000, 1000), .. new byte[100_000_000]]));
        long before = GC.GetAllocatedBytesForCurrentThread();

        IdxFile.ReadImages(path).Pixels.Length.ShouldBe(100_000_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeInRange(100_000_000, 110_000_000);
    }

    [Fact]
    public void Labels_are_no_images()
    {
        string labels = Labels([1, 2]);
        Error(labels).ShouldBe($"{labels} has the magic number 2049 (labels); expected 2051 (images).");

        string images = Images([1, 1, 1], [1]);
        Should.Throw<CnnGenException>(() => IdxFile.ReadLabels(images)).Message
            .ShouldBe($"{images} has the magic number 2051 (images); expected 2049 (labels).");
    }

    [Fact]
    public void An_element_type_that_there_is_not_is_refused()
    {
        string path = _folder.Write("odd", [0, 0, 0x0A, 3, 0, 0, 0, 1]);

        Error(path).ShouldBe($"{path} has the magic number 2563, with elements of the unknown type 0x0A; expected images as IDX, gzip or not.");
    }

    [Fact]
    public void Other_dimensions_are_refused()
    {
        string path = _folder.Write("flat", [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 1, 7]);

        Error(path).ShouldBe($"{path} has the magic number 2050 (2 dimensions); expected 2051 (images).");
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
        string path = Images([2, 30, 30], [.. Enumerable.Range(0, 1800).Select(i => (byte)(i * 7919 >> 3))]);
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
        string images = Images([2, 1, 1], [1, 2]);
        string labels = Labels([1, 2, 0]);

        Should.Throw<CnnGenException>(() => IdxFile.Read(images, labels, 3)).Message
            .ShouldBe($"{labels} has 3 labels, but {images} has 2 images: they must be as many.");
    }

    [Fact]
    public void A_label_beyond_the_classes_is_refused()
    {
        string images = Images([2, 1, 1], [1, 2]);
        string labels = Labels([0, 4]);

        Should.Throw<CnnGenException>(() => IdxFile.Read(images, labels, 3)).Message
            .ShouldBe($"{labels} has the label 4 at place 1: with 3 classes, labels go from 0 to 2.");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = _folder.File("missing/images.gz");

        Error(path).ShouldBe($"{path} does not exist; expected images as IDX, gzip or not.");
    }

    private string Images(int[] sizes, byte[] pixels) => _folder.Write("images", Compress([.. Header(0x0803, sizes), .. pixels]));

    private string Labels(byte[] labels) => _folder.Write("labels", Compress([.. Header(0x0801, labels.Length), .. labels]));

    private static string Error(string path) => Should.Throw<CnnGenException>(() => IdxFile.ReadImages(path)).Message;
}
