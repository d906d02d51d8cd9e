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
        batch.Targets[0].Labels.ToArray().ShouldBe([1L, 3L]);
        batch.Targets[0].Values.IsEmpty.ShouldBeTrue();
        int[] expected = [24, 26, 28, 30, 32, 34, 25, 27, 29, 31, 33, 35, 0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11];
        batch.Inputs[0].ToArray().ShouldBe(expected.Select(value => value / 255f));
    }

    [Fact]
    public void Black_is_0_and_white_is_1()
    {
        ImageDataset data = ImageDataset.FromLabels(1, 2, 1, 1, new byte[] { 0, 255 }, new int[1]);

        new BatchBuffer(data, 1).Fill(0, 1).Inputs[0].ToArray().ShouldBe([0f, 1f]);
    }

    [Fact]
    public void A_buffer_gives_the_same_memory_again()
    {
        var buffer = new BatchBuffer(Colour, 2);
        Batch first = buffer.Fill(0, 2);
        first.Inputs[0].Length.ShouldBe(24);

        Batch second = buffer.Fill([2]);

        second.ShouldBeSameAs(first);
        second.Inputs[0].Length.ShouldBe(12);
        second.Targets[0].Labels.ToArray().ShouldBe([1L]);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Fill([0, 1, 2]));
    }

    [Fact]
    public void Target_vectors_go_into_the_batch()
    {
        ImageDataset data = ImageDataset.FromTargets(1, 1, 1, 2, LabelKind.OneHot, new byte[3], new float[] { 1, 0, 0, 1, 0.5f, 0.5f });

        Batch batch = new BatchBuffer(data, 2).Fill([2, 1]);

        data.Count.ShouldBe(3);
        data.Labels.ShouldBeEmpty();
        batch.Targets[0].Labels.IsEmpty.ShouldBeTrue();
        batch.Targets[0].Values.ToArray().ShouldBe([0.5f, 0.5f, 0, 1]);
        data.Skip(1).TargetOf(1).ToArray().ShouldBe([0.5f, 0.5f]);
        Should.Throw<ArgumentOutOfRangeException>(() => data.TargetOf(3).Length);
        Should.Throw<InvalidOperationException>(() => Colour.TargetOf(0).Length);
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
    public void Planes_are_brought_into_order_and_the_caller_keeps_theirs()
    {
        byte[] planes = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18];
        byte[] before = [.. planes];

        ImageDataset labelled = ImageDataset.FromLabels(2, 2, 2, 1, planes, new int[2], DataFormat.ChannelsFirst);
        ImageDataset numbered = ImageDataset.FromTargets(2, 2, 2, 1, LabelKind.Number, planes, new float[2], DataFormat.ChannelsFirst);

        byte[] ordered = [1, 5, 2, 6, 3, 7, 4, 8, 11, 15, 12, 16, 13, 17, 14, 18];
        labelled.Images.SelectMany(image => image.Pixels.ToArray()).ShouldBe(ordered);
        numbered.Images.SelectMany(image => image.Pixels.ToArray()).ShouldBe(ordered);
        new BatchBuffer(labelled, 2).Fill(0, 2).Inputs[0].ToArray().ShouldBe(planes.Select(value => value / 255f));
        planes.ShouldBe(before);
    }

    [Property]
    public void Shuffling_keeps_images_and_labels_together(byte count, int seed)
    {
        ImageDataset data = Data.Numbered(1 + count);

        ImageDataset shuffled = data.Shuffle(seed);

        shuffled.Labels.Order().ShouldBe(data.Labels);
        shuffled.Images.Select(image => (int)image[0, 0]).ShouldBe(shuffled.Labels);
        data.Shuffle(seed).Labels.ShouldBe(shuffled.Labels);
        ImageDataset targets = ImageDataset.FromTargets(
            1, 1, 1, 1, LabelKind.Number, data.Images.Select(image => image[0, 0]).ToArray(), data.Labels.Select(label => (float)label).ToArray());
        ImageDataset again = targets.Shuffle(seed);
        Enumerable.Range(0, again.Count).Select(i => again.TargetOf(i)[0]).ShouldBe(shuffled.Labels.Select(label => (float)label));
    }

    [Theory]
    [InlineData(LabelKind.OneHot, float.NaN, "The target of example 1 has the value NaN at place 2: targets are finite numbers.")]
    [InlineData(LabelKind.Number, float.PositiveInfinity, "The target of example 1 has the value Infinity at place 2: targets are finite numbers.")]
    [InlineData(LabelKind.OneHot, 7f, "The target of example 1 is no one-hot vector: it has the value 7 at place 2, expected 1 at the class and 0 elsewhere. "
        + "For class indices use FromLabels or DataTarget.ClassIndex, for other numbers LabelKind.Number.")]
    [InlineData(LabelKind.OneHot, -1f, "The target of example 1 is no one-hot vector: it has the value -1 at place 2, ")]
    public void A_target_that_is_none_is_named_by_its_example(LabelKind kind, float value, string expected) =>
        Should.Throw<CnnGenException>(() => ImageDataset.FromTargets(1, 1, 1, 3, kind, new byte[2], new[] { 1, 0, 0, 0, 1, value })).Message
            .ShouldStartWith(expected);

    [Fact]
    public void More_pixels_than_can_be_held_are_refused_with_the_limit()
    {
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(1000, 1000, 3, 2, new byte[1], new int[1000])).Message.ShouldBe(
            "1000 images of 1000×1000×3 have 3000000000 bytes, but a data set holds at most 2147483591 (2 GB): take fewer or smaller images.");
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(int.MaxValue, int.MaxValue, int.MaxValue, 2, default, default)).Message
            .ShouldContain("a data set holds at most");
        ImageDataset large = ImageDataset.FromLabels(1000, 1000, 3, 2, new byte[3_000_000], new int[1]);
        Should.NotThrow(() => new BatchBuffer(large, int.MaxValue));
        Should.Throw<CnnGenException>(() => BatchBuffer.Length(4096, 3_000_000, "pixels")).Message
            .ShouldBe("A batch of 4096 examples has 12288000000 pixels, but at most 2147483591 can be held: take a smaller batch size.");
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_refused()
    {
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(2, 2, 1, 3, new byte[11], new int[3])).Message
            .ShouldBe("3 images of 2×2×1 have 12 bytes, not 11: images and labels must be as many.");
        Should.Throw<CnnGenException>(() => ImageDataset.FromLabels(1, 1, 1, 3, new byte[2], new[] { 2, 3 })).Message
            .ShouldBe("Label 3 of example 1 is no class: with 3 classes, labels go from 0 to 2. If the labels begin at 1, subtract 1.");
        Should.Throw<CnnGenException>(() => ImageDataset.FromTargets(1, 1, 1, 3, LabelKind.Number, new byte[1], new float[4])).Message
            .ShouldBe("4 target values cannot be split into vectors of 3.");
        Should.Throw<ArgumentException>(() => ImageDataset.FromTargets(1, 1, 1, 3, LabelKind.ClassIndex, new byte[1], new float[3]));
        Should.Throw<ArgumentException>(() => new Image(2, 2, 1, new byte[3]));
    }
}
