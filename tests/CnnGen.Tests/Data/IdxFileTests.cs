using FsCheck.Xunit;
using static CnnGen.Tests.IdxBytes;

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_too_long_is_refused(bool compressed)
    {
        string path = Images([2, 3, 3], [.. new byte[500], 1], compressed);

        Error(path).ShouldBe(
            $"{path} is too long: 2×3×3 images have 18 bytes, and more follow that are not zero. It is damaged, or its sizes are wrong.");
    }

    [Property(MaxTest = 30)]
    public void Zeros_behind_the_data_are_passed_over(ushort inside, ushort outside, bool compressed)
    {
        byte[] pixels = [.. Enumerable.Range(1, 18).Select(i => (byte)i)];
        byte[] content = [.. Header(0x0803, 2, 3, 3), .. pixels, .. new byte[inside % 20000]];
        string path = _folder.Write("zeros", [.. compressed ? Compress(content) : content, .. new byte[outside % 20000]]);

        IdxFile.ReadImages(path).Pixels.ShouldBe(pixels);
    }

    [Theory]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 0, 0, 1 })]
    [InlineData(new byte[] { 0x1F })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    public void Bytes_behind_gzip_data_that_are_neither_gzip_nor_zeros_are_refused(byte[] rest)
    {
        string path = _folder.Write("rest", [.. Compress([.. Header(0x0803, 2, 3, 3), .. new byte[18]]), .. rest]);

        Error(path).ShouldStartWith($"{path} is cut short or damaged: its gzip data ");
    }

    [Property(MaxTest = 30)]
    public void Gzip_members_are_read_one_after_the_other(byte first, byte second, byte zeros)
    {
        byte[] pixels = [.. Enumerable.Range(0, 600).Select(i => (byte)(i * 7))];
        byte[] content = [.. Header(0x0803, 6, 10, 10), .. pixels];
        (int a, int b) = (Math.Min(first, second), Math.Max(first, second));
        string path = _folder.Write("members", [.. Compress(content[..a]), .. Compress(content[a..b]), .. Compress(content[b..]), .. new byte[zeros]]);

        IdxFile.ReadImages(path).Pixels.ShouldBe(pixels);
    }

    [Fact]
    public void A_file_of_two_members_that_is_cut_short_anywhere_is_refused()
    {
        byte[] content = [.. Header(0x0803, 2, 3, 3), .. Enumerable.Range(1, 18).Select(i => (byte)i)];
        byte[] whole = [.. Compress(content[..20]), .. Compress(content[20..])];
        for (int length = 0; length < whole.Length; length++)
        {
            string path = _folder.Write("cut", whole.AsSpan(0, length));

            Error(path).ShouldStartWith($"{path} is cut short");
        }
    }

    [Fact]
    public void Every_type_of_element_is_read()
    {
        double[] values = [0, 1, 2, 100, 127];
        (int Type, Func<double, byte[]> Bytes)[] types =
        [
            (0x08, value => [(byte)value]),
            (0x09, value => [(byte)(sbyte)value]),
            (0x0B, value => [.. BitConverter.GetBytes((short)value).Reverse()]),
            (0x0C, value => [.. BitConverter.GetBytes((int)value).Reverse()]),
            (0x0D, value => [.. BitConverter.GetBytes((float)value).Reverse()]),
            (0x0E, value => [.. BitConverter.GetBytes(value).Reverse()]),
        ];
        foreach ((int type, Func<double, byte[]> bytes) in types)
        {
            string images = _folder.Write("images", [.. Header((type << 8) | 3, 5, 1, 1), .. values.SelectMany(bytes)]);
            string labels = _folder.Write("labels", [.. Header((type << 8) | 1, 5), .. values.SelectMany(bytes)]);

            IdxFile.ReadImages(images).Pixels.ShouldBe(values.Select(value => (byte)value), $"type {type:X}");
            IdxFile.ReadLabels(labels).ShouldBe(values.Select(value => (int)value), $"type {type:X}");
        }
    }

    [Fact]
    public void Floats_go_from_0_to_1_or_from_0_to_255_or_to_what_is_said()
    {
        Pixels(0, 0.5f, 1).ShouldBe([0, 128, 255]);
        Pixels(0, 0.5f, 1, 0.25f, 200, 255).ShouldBe([0, 1, 1, 0, 200, 255]);
        Pixels(new IdxOptions { White = 255 }, 0, 0.5f, 1).ShouldBe([0, 1, 1]);
        Pixels(new IdxOptions { White = 1000 }, 0, 500, 1000).ShouldBe([0, 128, 255]);

        byte[] Pixels(params object[] given)
        {
            IdxOptions? options = given[0] as IdxOptions;
            float[] values = [.. given.Skip(options is null ? 0 : 1).Select(Convert.ToSingle)];
            return IdxFile.ReadImages(Floats(values), options).Pixels;
        }
    }

    [Theory]
    [InlineData(float.NaN, "the pixel NaN in image 1: pixels go from 0 to 1 or 255.")]
    [InlineData(-0.5f, "the pixel -0.5 in image 1: pixels go from 0 to 1 or 255.")]
    [InlineData(256f, "the pixel 256 in image 1: pixels go from 0 to 1 or 255.")]
    public void A_float_that_is_no_pixel_is_named(float value, string expected)
    {
        string path = Floats(0, value);

        Error(path).ShouldBe($"{path} has {expected} IdxOptions.White says which value is white.");
    }

    [Fact]
    public void A_label_that_is_no_whole_number_is_named()
    {
        string path = _folder.Write("labels", [.. Header(0x0D01, 2), 0x3F, 0x80, 0, 0, 0x3F, 0xC0, 0, 0]);

        Should.Throw<CnnGenException>(() => IdxFile.ReadLabels(path)).Message.ShouldBe($"{path} has the label 1.5 at place 1: a label is a whole number.");
    }

    [Fact]
    public void Channels_are_found_by_the_sizes()
    {
        byte[] pixels = [.. Enumerable.Range(0, 2 * 5 * 6 * 3).Select(i => (byte)i)];
        var last = IdxFile.ReadImages(_folder.Write("last", [.. Header(0x0804, 2, 5, 6, 3), .. pixels]));
        var first = IdxFile.ReadImages(_folder.Write("first", [.. Header(0x0804, 2, 3, 5, 6), .. Planes(pixels, 5 * 6, 3)]));

        last.Pixels.ShouldBe(pixels);
        (last.Count, last.Height, last.Width, last.Channels).ShouldBe((2, 5, 6, 3));
        first.Pixels.ShouldBe(pixels);
        (first.Count, first.Height, first.Width, first.Channels).ShouldBe((2, 5, 6, 3));
    }

    [Theory]
    [InlineData(3, 4, 2)]
    [InlineData(8, 9, 13)]
    public void Channels_that_the_sizes_do_not_tell_are_asked_for(int a, int b, int c)
    {
        byte[] pixels = [.. Enumerable.Range(0, 2 * a * b * c).Select(i => (byte)i)];
        string path = _folder.Write("either", [.. Header(0x0804, 2, a, b, c), .. pixels]);

        Error(path).ShouldBe($"{path} has images of {a}×{b}×{c}, and which of the sizes are the channels cannot be told: set IdxOptions.Format.");

        var last = IdxFile.ReadImages(path, new IdxOptions { Format = DataFormat.ChannelsLast });
        (last.Height, last.Width, last.Channels).ShouldBe((a, b, c));
        last.Pixels.ShouldBe(pixels);
        var first = IdxFile.ReadImages(path, new IdxOptions { Format = DataFormat.ChannelsFirst });
        (first.Height, first.Width, first.Channels).ShouldBe((b, c, a));
        Planes(first.Pixels, b * c, a).ShouldBe(pixels);
    }

    [Property(MaxTest = 50)]
    public void Transposed_pictures_are_turned_upright(byte height, byte width, byte channels)
    {
        (int h, int w, int c) = (5 + (height % 7), 5 + (width % 7), 1 + (channels % 4));
        byte[] pixels = [.. Enumerable.Range(0, 2 * h * w * c).Select(i => (byte)(i * 31))];

        var images = IdxFile.ReadImages(_folder.Write("transposed", [.. Header(0x0804, 2, h, w, c), .. pixels]), new IdxOptions { Transposed = true });

        (images.Height, images.Width, images.Channels).ShouldBe((w, h, c));
        for (int i = 0; i < pixels.Length; i++)
        {
            (int image, int row, int column, int channel) = (i / (h * w * c), i / (w * c) % h, i / c % w, i % c);
            images.Pixels[(((((image * w) + column) * h) + row) * c) + channel].ShouldBe(pixels[i]);
        }
    }

    [Fact]
    public void Labels_that_begin_at_1_are_told_of_and_shifted()
    {
        string images = Images([3, 1, 1], [1, 2, 3], compressed: true);
        string labels = Labels([3, 1, 2], compressed: true);

        Should.Throw<CnnGenException>(() => IdxFile.Read(images, labels, 3)).Message.ShouldBe(
            $"{labels} has the label 3 at place 0: with 3 classes, labels go from 0 to 2. "
            + "The file's go from 1 to 3: if the first class is 1, read them with IdxOptions.FirstLabel = 1.");
        IdxFile.Read(images, labels, 3, new IdxOptions { FirstLabel = 1 }).Labels.ShouldBe([2, 0, 1]);
        Should.Throw<CnnGenException>(() => IdxFile.Read(images, Labels([0, 1, 2], compressed: true), 3, new IdxOptions { FirstLabel = 1 })).Message
            .ShouldContain("has the label 0 at place 0: with 3 classes, labels go from 1 to 3. The file's go from 0 to 2");
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

    private string Floats(params float[] values) =>
        _folder.Write("floats", [.. Header(0x0D03, values.Length, 1, 1), .. values.SelectMany(value => BitConverter.GetBytes(value).Reverse())]);

    // Images with interleaved channels, as planes.
    private static byte[] Planes(byte[] pixels, int plane, int channels) =>
        [.. pixels.Chunk(plane * channels).SelectMany(image => Enumerable.Range(0, image.Length).Select(i => image[(i % plane * channels) + (i / plane)]))];

    private static string Error(string path) => Should.Throw<CnnGenException>(() => IdxFile.ReadImages(path)).Message;
}
