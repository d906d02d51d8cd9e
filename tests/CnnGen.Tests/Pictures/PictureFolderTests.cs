using CnnGen.Pictures;

namespace CnnGen.Tests.Pictures;

public sealed class PictureFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sub_folder_is_a_class_in_ordinal_order()
    {
        Write("b/2.png", 2, 2, 20);
        Write("b/10.png", 2, 2, 10);
        Write("a/x.PNG", 2, 2, 30);
        Write("C/y.png", 2, 2, 40);
        _folder.Write("a/notes.txt", [1]);
        _folder.Write("a/.hidden.png", [1]);
        Directory.CreateDirectory(_folder.File(".git"));
        PictureFolder pictures = PictureFolder.Open(_folder.Path);

        pictures.Classes.ShouldBe(["C", "a", "b"]);
        pictures.Files.Select(static path => Path.GetFileName(path)).ShouldBe(["y.png", "x.PNG", "10.png", "2.png"]);
        pictures.Labels.ShouldBe([0, 1, 2, 2]);
        Batch batch = new BatchBuffer(new Dataset(pictures), 4).Fill(0, 4);
        batch.Targets[0].Labels.ToArray().ShouldBe([0L, 1, 2, 2]);
        batch.Inputs[0].ToArray().Chunk(4).Select(static picture => picture[0]).ShouldBe([40 / 255f, 30 / 255f, 10 / 255f, 20 / 255f]);
        pictures.Load().Labels.ShouldBe([0, 1, 2, 2]);
        pictures.Load().Images[3][1, 1].ShouldBe((byte)20);
    }

    [Fact]
    public void A_folder_to_test_with_has_the_classes_of_that_to_train_with()
    {
        foreach (string name in new[] { "train/cat/1.png", "train/dog/1.png", "train/horse/1.png", "test/dog/1.png", "test/horse/1.png", "test/horse/2.png" })
        {
            Write(name, 2, 2, 1);
        }

        Directory.CreateDirectory(_folder.File("test/cat"));
        PictureFolder train = PictureFolder.Open(_folder.File("train"));
        PictureFolder test = PictureFolder.Open(_folder.File("test"), train.Classes);

        (test.Classes, test.Targets[0].Classes).ShouldSatisfyAllConditions(static both => both.Item1.ShouldBe(["cat", "dog", "horse"]), static both => both.Item2.ShouldBe(3));
        test.Labels.ShouldBe([1, 2, 2]);
        test.ToColour().Load().Labels.ShouldBe([1, 2, 2]);
        PictureFolder.Open(_folder.File("test"), ["horse", "dog", "cat"]).Labels.ShouldBe([0, 0, 1]);
        Message(() => PictureFolder.Open(_folder.File("test"), ["cat", "dogs"])).ShouldEndWith("dog is none of the 2 classes, 'cat', 'dogs'. Did you mean 'dogs'?");
        Message(() => PictureFolder.Open(_folder.File("none"), train.Classes)).ShouldContain("it does not exist");
        Directory.CreateDirectory(_folder.File("empty/cat"));
        Message(() => PictureFolder.Open(_folder.File("empty"), train.Classes)).ShouldEndWith("empty has no PNG, JPEG or BMP files in its sub-folders.");
        Should.Throw<ArgumentException>(() => PictureFolder.Open(_folder.File("test"), []));
        Should.Throw<ArgumentException>(() => PictureFolder.Open(_folder.File("test"), ["cat", "cat"]));
    }

    [Fact]
    public void A_split_by_class_reads_no_picture()
    {
        foreach (string name in new[] { "a/1.png", "b/1.png", "b/2.png" })
        {
            Write(name, 2, 2, 1);
        }

        var data = new Dataset(PictureFolder.Open(_folder.Path)).Standardize(Standardization.Of(new Dataset(PictureFolder.Open(_folder.Path))));
        File.Delete(_folder.File("b/2.png"));
        List<string> warnings = [];

        data.SplitByClass(0.4, 1, warn: warnings.Add).Validation.Count.ShouldBe(2);
        data.FoldsByGroup(2, (string[])["x", "y", "y"], 1, warnings.Add).Count.ShouldBe(2);
        warnings.ShouldContain("The split leaves no example of class 1 to train with, but some to validate with.");
        Message(() => new BatchBuffer(data, 3).Fill(0, 3)).ShouldContain("2.png does not exist");
    }

    [Fact]
    public void Sizes_and_channels_change_only_when_that_is_said()
    {
        Write("a/1.png", 4, 4, 100);
        Write("a/2.png", 4, 6, 100);
        Write("b/1.png", 4, 4, 100, channels: 3);
        PictureFolder pictures = PictureFolder.Open(_folder.Path);

        Message(() => pictures.Load()).ShouldBe(
            $"{Path.Combine(_folder.Path, "a", "2.png")} has 6×4 pixels, but {Path.Combine(_folder.Path, "a", "1.png")} has 4×4: bring all to one size by Resize(height, width).");
        Message(() => pictures.Resize(2, 3).Load()).ShouldEndWith("a/1.png has 1: bring all to the same by ToGrey() or ToColour().".Replace('/', Path.DirectorySeparatorChar));
        ImageDataset grey = pictures.Resize(2, 3).ToGrey().Load();
        (grey.Height, grey.Width, grey.Channels, grey.Images[1][1, 2]).ShouldBe((2, 3, 1, (byte)100));
        pictures.ToColour().Resize(2, 3).Inputs[0].Shape.ShouldBe([2, 3, 3]);
        Should.Throw<ArgumentOutOfRangeException>(() => pictures.Resize(0, 1));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Message(() => PictureFolder.Open(_folder.File("none"))).ShouldContain("none cannot be read: it does not exist; expected a folder with pictures.");
        Message(() => PictureFolder.Open(_folder.Path)).ShouldEndWith("has no sub-folders: put the pictures of each class into one of its own.");
        Directory.CreateDirectory(_folder.File("a"));
        Message(() => PictureFolder.Open(_folder.Path)).ShouldContain("a has no PNG, JPEG or BMP files: it would be a class without examples");
        _folder.Write("a/1.png", [0x89, (byte)'P', (byte)'N', (byte)'G']);
        Message(() => PictureFolder.Open(_folder.Path)).ShouldContain("1.png begins like a PNG but cannot be read");
    }

    [Fact]
    public void Masks_belong_to_pictures_by_name()
    {
        Write("pictures/b.png", 2, 2, 50, channels: 3);
        _folder.Write("pictures/a.jpg", JpegBytes.Baseline);
        WriteMask("masks/b.png", 2, 2, [0, 1, 2, 255]);
        WriteMask("masks/a.png", JpegBytes.Width, JpegBytes.Height, [.. Enumerable.Repeat((byte)2, JpegBytes.Width * JpegBytes.Height)]);
        PictureMasks pictures = Masks().Ignoring(255).Resize(4, 4);

        (pictures.Count, pictures.Targets[0].IgnoredClass, pictures.Targets[0].ToString()).ShouldBe((2, 255, "mask: one of 3 classes for each of 4×4 positions"));
        Batch batch = new BatchBuffer(new Dataset(pictures), 2).Fill(0, 2);
        batch.Targets[0].Labels.ToArray().ShouldBe([.. Enumerable.Repeat(2L, 16), 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 255, 255, 2, 2, 255, 255]);
        batch.Inputs[0].ToArray()[48..].ShouldAllBe(static value => value == 50 / 255f);
        pictures.ToGrey().Inputs[0].Shape.ShouldBe([4, 4, 1]);
    }

    [Fact]
    public void Values_of_masks_are_mapped()
    {
        Write("pictures/a.png", 2, 2, 50);
        Directory.CreateDirectory(_folder.File("masks"));
        _folder.Write("masks/a.png", PngBytes.Of(2, 2, 8, 0, [0, 10, 20, 0, 30, 0]));

        PictureMasks pictures = Masks().WithValues(10, 20, 30).Ignoring(0);
        pictures.Targets[0].IgnoredClass.ShouldBe(255);
        new BatchBuffer(new Dataset(pictures), 1).Fill(0, 1).Targets[0].Labels.ToArray().ShouldBe([0L, 1, 2, 255]);
        Message(() => new BatchBuffer(new Dataset(Masks()), 1).Fill(0, 1)).ShouldContain(
            "a.png has the value 10 in row 0 and column 0, which is no class: classes go from 0 to 2. Map values by WithValues, or say by Ignoring which one stands for none.");
        Message(() => new BatchBuffer(new Dataset(Masks().WithValues(10, 20, 30)), 1).Fill(0, 1)).ShouldContain("value 0 in row 1 and column 1, which is no class: classes have the values 10, 20, 30");
        Should.Throw<ArgumentException>(() => Masks().WithValues(1));
    }

    [Theory]
    [InlineData(1, 0, new byte[] { 0, 0b_0100_0000, 0, 0b_1000_0000 }, new long[] { 0, 1, 1, 0 })]
    [InlineData(2, 0, new byte[] { 0, 0b_0110_0000, 0, 0b_0001_0000 }, new long[] { 1, 2, 0, 1 })]
    [InlineData(4, 0, new byte[] { 0, 0x12, 0, 0x20 }, new long[] { 1, 2, 2, 0 })]
    [InlineData(8, 0, new byte[] { 0, 1, 2, 0, 2, 0 }, new long[] { 1, 2, 2, 0 })]
    [InlineData(16, 0, new byte[] { 0, 0, 1, 0, 2, 0, 0, 2, 0, 0 }, new long[] { 1, 2, 2, 0 })]
    [InlineData(1, 3, new byte[] { 0, 0b_0100_0000, 0, 0b_1000_0000 }, new long[] { 0, 1, 1, 0 })]
    [InlineData(2, 3, new byte[] { 0, 0b_0110_0000, 0, 0b_0001_0000 }, new long[] { 1, 2, 0, 1 })]
    [InlineData(4, 3, new byte[] { 0, 0x12, 0, 0x20 }, new long[] { 1, 2, 2, 0 })]
    public void A_value_of_a_mask_is_its_class_whatever_bits_it_has(int bits, int colour, byte[] rows, long[] expected)
    {
        WriteMask(PngBytes.Of(2, 2, bits, colour, rows, palette: colour == 3 ? [0, 0, 0, 255, 255, 255, 7, 7, 7, 9, 9, 9] : null));

        LabelsOf(Masks()).ShouldBe(expected);
    }

    [Fact]
    public void A_mask_of_16_bits_has_more_classes_than_a_byte_and_its_values_are_named()
    {
        WriteMask(PngBytes.Of(2, 2, 16, 0, [0, 1, 0x2C, 0, 0, 0, 0, 1, 0xFF, 0xFF]));
        PictureMasks masks = PictureMasks.Open(_folder.File("pictures"), _folder.File("masks"), 301);

        LabelsOf(masks.Ignoring(65535)).ShouldBe([300, 0, 1, 65535]);
        LabelsOf(masks.WithValues([.. Enumerable.Range(0, 300).Select(static value => (ushort)value), 65535]).Ignoring(300)).ShouldBe([301, 0, 1, 300]);
        Message(() => LabelsOf(masks)).ShouldContain("a.png has the value 65535 in row 1 and column 1, which is no class: classes go from 0 to 300.");
        Message(() => LabelsOf(Masks().Ignoring(65535))).ShouldContain("a.png has the value 300 in row 0 and column 0, which is no class: classes go from 0 to 2.");
        LabelsOf(Masks().WithValues(0, 1, 300).Ignoring(65535)).ShouldBe([2, 0, 1, 65535]);
    }

    [Fact]
    public void An_interlaced_mask_of_16_bits_keeps_its_values()
    {
        // The passes hold the first pixel, none, none, none, that to its right, none, and the second row.
        WriteMask(PngBytes.Of(2, 2, 16, 0, [0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1], interlace: 1));

        LabelsOf(Masks()).ShouldBe([1, 2, 0, 1]);
    }

    [Fact]
    public void A_file_whose_values_are_no_classes_is_no_mask()
    {
        WriteMask(PngBytes.Of(2, 2, 16, 2, [.. Enumerable.Repeat((byte)0, 26)]));
        Message(() => LabelsOf(Masks())).ShouldContain("a.png has 3 channels: a mask has one value a pixel, grey or a place in a palette. Save it as such.");
        WriteMask(PngBytes.Of(2, 2, 8, 4, [.. Enumerable.Repeat((byte)0, 10)]));
        Message(() => LabelsOf(Masks())).ShouldContain("a.png has 2 channels");

        Write("pictures/a.png", JpegBytes.Height, JpegBytes.Width, 50);
        WriteMask(JpegBytes.Grey, withPicture: false);
        Message(() => LabelsOf(Masks())).ShouldContain("a.png is a JPEG, which changes values a little: a mask's are classes. Save it as PNG.");
    }

    [Fact]
    public void Pictures_and_masks_that_do_not_belong_together_are_named()
    {
        Write("pictures/a.png", 2, 2, 50);
        Write("masks/b.png", 2, 2, 1);
        Message(() => Masks()).ShouldContain("a.png has no mask: ");
        Write("masks/a.png", 2, 3, 1);
        Message(() => Masks()).ShouldContain("b.png has no picture: ");
        File.Delete(_folder.File("masks/b.png"));
        Message(() => new BatchBuffer(new Dataset(Masks()), 1).Fill(0, 1)).ShouldContain("has 3×2 pixels, but ");
        Write("masks/a.png", 2, 2, 1, channels: 3);
        Message(() => new BatchBuffer(new Dataset(Masks()), 1).Fill(0, 1)).ShouldContain("a.png has 3 channels: a mask has one value a pixel");
        Write("masks/a.bmp", 2, 2, 1);
        Message(() => Masks()).ShouldContain("have the same name but for the ending");
    }

    [Fact]
    public void A_preview_shows_examples_as_a_grid()
    {
        ImageDataset data = ImageDataset.FromLabels(2, 3, 1, 2, Enumerable.Repeat((byte)0, 6).Concat(Enumerable.Repeat((byte)255, 12)).ToArray(), new[] { 0, 1, 1 });
        string path = _folder.File("p.png");

        data.Preview(path, columns: 2);
        Image grid = PictureFile.Read(path);
        (grid.Height, grid.Width, grid.Channels).ShouldBe((6, 8, 1));
        (grid[0, 0], grid[0, 3], grid[1, 7], grid[4, 0], grid[5, 7]).ShouldBe(((byte)0, (byte)128, (byte)255, (byte)255, (byte)128));

        data.Standardize(Standardization.Of(data)).Preview(path, count: 2);
        Image scaled = PictureFile.Read(path);
        (scaled[0, 0], scaled[0, 6]).ShouldBe(((byte)0, (byte)255));
        Message(() => data.Take(0).Preview(path)).ShouldContain("the data set is empty");
        Message(() => data.Preview(path, input: "x")).ShouldContain("The data has no input 'x' that is a picture of one channel or three; it has image 2×3×1.");
    }

    private PictureMasks Masks() => PictureMasks.Open(_folder.File("pictures"), _folder.File("masks"), 3);

    private void Write(string name, int height, int width, byte value, int channels = 1) =>
        PictureFile.Write(_folder.File(name), new Image(height, width, channels, Enumerable.Repeat(value, height * width * channels).ToArray()));

    private static long[] LabelsOf(PictureMasks masks) => new BatchBuffer(new Dataset(masks), 1).Fill(0, 1).Targets[0].Labels.ToArray();

    private void WriteMask(byte[] file, bool withPicture = true)
    {
        if (withPicture)
        {
            Write("pictures/a.png", 2, 2, 50);
        }

        Directory.CreateDirectory(_folder.File("masks"));
        _folder.Write("masks/a.png", file);
    }

    private void WriteMask(string name, int width, int height, byte[] values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        byte[] rows = [.. values.Chunk(width).SelectMany(static row => row.Prepend((byte)0))];
        _folder.Write(name, PngBytes.Of(width, height, 8, 3, rows, palette: new byte[768]));
    }

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;
}
