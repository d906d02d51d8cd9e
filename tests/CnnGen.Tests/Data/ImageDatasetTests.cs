using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class ImageDatasetTests
{
    private static readonly ImageDataset Colour = ImageDataset.FromLabels(
        2, 3, 2, 4, Enumerable.Range(0, 36).Select(i => (byte)i).ToArray(), new[] { 3, 0, 1 });

    [Fact]
    public void Images_are_views_of_the_pixels()
    {
        Image image = Colour.Images[1];

        (image.Height, image.Width, image.Channels).ShouldBe((2, 3, 2));
        image[0, 0].ShouldBe((byte)12);
        image[1, 2, 1].ShouldBe((byte)23);
        Should.Throw<ArgumentOutOfRangeException>(() => image[0, 3]);
        Should.Throw<ArgumentOutOfRangeException>(() => image[0, 0, -1]);
        Should.Throw<ArgumentOutOfRangeException>(() => Colour.Images[3]);
        Colour.Images.Count().ShouldBe(3);
    }

    [Fact]
    public void A_batch_has_channel_planes_between_0_and_1()
    {
        Batch batch = new BatchBuffer(Colour, 8).Fill([2, 0]);

        batch.Count.ShouldBe(2);
        batch.Labels.ToArray().ShouldBe([1L, 3L]);
        batch.Targets.IsEmpty.ShouldBeTrue();
        int[] expected = [24, 26, 28, 30, 32, 34, 25, 27, 29, 31, 33, 35, 0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11];
        batch.Images.ToArray().ShouldBe(expected.Select(value => value / 255f));
    }

    [Fact]
    public void Black_is_0_and_white_is_1()
    {
        ImageDataset data = ImageDataset.FromLabels(1, 2, 1, 1, new byte[] { 0, 255 }, new int[1]);

        new BatchBuffer(data, 1).Fill(0, 1).Images.ToArray().ShouldBe([0f, 1f]);
    }

    [Fact]
    public void A_buffer_gives_the_same_memory_again()
    {
        var buffer = new BatchBuffer(Colour, 2);
        Batch first = buffer.Fill(0, 2);
        first.Images.Length.ShouldBe(24);

        Batch second = buffer.Fill([2]);

        second.ShouldBeSameAs(first);
        second.Images.Length.ShouldBe(12);
        second.Labels.ToArray().ShouldBe([1L]);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Fill([0, 1, 2]));
    }

    [Fact]
    public void Target_vectors_go_into_the_batch()
    {
        ImageDataset data = ImageDataset.FromTargets(1, 1, 1, 2, LabelKind.OneHot, new byte[3], new float[] { 1, 0, 0, 1, 0.5f, 0.5f });

        Batch batch = new BatchBuffer(data, 2).Fill([2, 1]);

        data.Count.ShouldBe(3);
        data.Labels.ShouldBeEmpty();
        batch.Labels.IsEmpty.ShouldBeTrue();
        batch.Targets.ToArray().ShouldBe([0.5f, 0.5f, 0, 1]);
        data.Skip(1).Targets.ToArray().ShouldBe([0f, 1, 0.5f, 0.5f]);
    }

    [Property]
    public void A_split_loses_nothing_and_keeps_the_order(byte count, byte percent)
    {
        double fraction = percent % 100 / 100.0;
        ImageDataset data = Data.Numbered(1 + count);

        (ImageDataset first, ImageDataset last) = data.Split(fraction);

        first.Count.ShouldBe((int)Math.Floor(data.Count * (1 - fraction)));
        first.Labels.Concat(last.Labels).ShouldBe(data.Labels);
        first.Images.Concat(last.Images).Select(image => image[0, 0]).ShouldBe(data.Images.Select(image => image[0, 0]));
    }

    [Fact]
    public void Views_end_where_the_data_ends()
    {
        ImageDataset data = Data.Numbered(10);

        data.Take(3).Labels.ShouldBe([0, 1, 2]);
        data.Take(99).Count.ShouldBe(10);
        data.Skip(8).Labels.ShouldBe([8, 9]);
        data.Skip(99).Count.ShouldBe(0);
        data.Skip(2).Take(3).Skip(1).Labels.ShouldBe([3, 4]);
        data.Split(0).Last.Count.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => data.Split(1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.Split(double.NaN));
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_refused()
    {
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(2, 2, 1, 3, new byte[11], new int[3])).Message
            .ShouldBe("3 images of 2×2×1 have 12 bytes, not 11: images and labels must be as many.");
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(1, 1, 1, 3, new byte[2], new[] { 2, 3 })).Message
            .ShouldBe("Label 3 of image 1 is no class: with 3 classes, labels go from 0 to 2.");
        Should.Throw<CnnGenException>(() => ImageDataset.FromTargets(1, 1, 1, 3, LabelKind.Number, new byte[1], new float[4])).Message
            .ShouldBe("4 target values cannot be split into vectors of 3.");
        Should.Throw<ArgumentException>(() => ImageDataset.FromTargets(1, 1, 1, 3, LabelKind.ClassIndex, new byte[1], new float[3]));
        Should.Throw<ArgumentException>(() => new Image(2, 2, 1, new byte[3]));
    }
}
