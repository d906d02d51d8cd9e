using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class AugmentationTests
{
    private static readonly Augmentation Everything = new()
    {
        Shift = 0.2, Rotate = 30, Scale = 0.3, FlipHorizontally = true, FlipVertically = true, Brightness = 0.1, Contrast = 0.2, Noise = 0.05, CutOut = 0.4,
    };

    [Property(MaxTest = 20)]
    public void An_example_follows_from_seed_epoch_and_index_alone(int seed, byte epoch)
    {
        Dataset data = Pictures(8, 6, 5, 2);
        int time = 1 + epoch;
        float[] all = Values.Of(data.Augment(Everything, seed).AtEpoch(time));
        int size = all.Length / 8;

        foreach (int index in new[] { 5, 0, 7 })
        {
            Values.Of(data.Augment(Everything, seed).AtEpoch(time).Select(index)).ShouldBe(all[(index * size)..((index + 1) * size)]);
        }

        all.ShouldNotBe(Values.Of(data.Augment(Everything, seed).AtEpoch(time + 1)));
        all.ShouldNotBe(Values.Of(data.Augment(Everything, seed + 1).AtEpoch(time)));
        all[..size].ShouldNotBe(all[size..(2 * size)]);
        all.ShouldAllBe(static value => float.IsFinite(value));
    }

    [Fact]
    public void Outside_training_examples_are_as_they_are()
    {
        Dataset data = Pictures(4, 5, 5, 1);
        Dataset augmented = data.Augment(Everything, 1);

        Values.Of(augmented).ShouldBe(Values.Of(data));
        Values.Of(augmented.AtEpoch(3).AtEpoch(0)).ShouldBe(Values.Of(data.Augment(Everything, 1).AtEpoch(3)));
        (augmented.Count, augmented.As(DataRole.Train).Augment(Everything, 1).Role).ShouldBe((4, DataRole.Train));
    }

    /// <summary>The feed reads ahead with several threads; a training that was broken off begins with any epoch.</summary>
    [Fact]
    public void A_feed_gives_an_epoch_its_own_examples_whichever_came_before()
    {
        Dataset augmented = Pictures(37, 6, 6, 1).Augment(Everything, 3);
        float[] second = Epoch(new BatchFeed(augmented, DataMapping.All(augmented), 8), augmented, 2);

        var feed = new BatchFeed(augmented, DataMapping.All(augmented), 8);
        Epoch(feed, augmented, 1).ShouldNotBe(second);
        Epoch(feed, augmented, 2).ShouldBe(second);
        Epoch(feed, augmented, 0).ShouldBe(Values.Of(augmented));
        Values.Of(augmented.AtEpoch(2)).ShouldBe(second);
    }

    [Fact]
    public void Flips_are_exact()
    {
        Dataset data = Pictures(64, 3, 4, 2);
        float[] before = Values.Of(data);
        float[] after = Values.Of(data.Augment(new Augmentation { FlipHorizontally = true }, 1).AtEpoch(1));

        int flipped = 0;
        for (int example = 0; example < 64; example++)
        {
            float[] plain = before[(example * 24)..((example + 1) * 24)];
            float[] mirrored = [.. plain.Chunk(4).SelectMany(static row => row.Reverse())];
            float[] found = after[(example * 24)..((example + 1) * 24)];
            flipped += found.SequenceEqual(mirrored) ? 1 : 0;
            (found.SequenceEqual(plain) || found.SequenceEqual(mirrored)).ShouldBeTrue();
        }

        flipped.ShouldBeInRange(15, 49);
    }

    [Theory]
    [InlineData(FillMode.Constant)]
    [InlineData(FillMode.Nearest)]
    [InlineData(FillMode.Reflect)]
    public void Masks_move_with_their_pictures(FillMode fill)
    {
        // A mask is the picture itself: where it is bright, of class 1.
        var random = new Random(1);
        int[] mask = [.. Enumerable.Range(0, 30 * 256).Select(i => (i % 256 / 64) % 2 == random.Next(20) / 20 ? 1 : 0)];
        var pictures = InputColumn.Of(new DataInput("image", 16, 16, 1), mask.Select(static label => (byte)(label * 255)).ToArray());
        var data = new Dataset([pictures], [
            TargetColumn.Of(DataTarget.ClassIndex("mask", 2, 16, 16).Ignoring(9), mask),
            TargetColumn.Of(DataTarget.OneHot("shares", 2, 16, 16), mask.SelectMany(static label => new[] { 1f - label, label }).ToArray()),
            TargetColumn.Of("copy", pictures),
        ]);
        Dataset moved = data.Augment(new Augmentation { Shift = 0.2, Rotate = 40, Scale = 0.2, FlipVertically = true, Fill = fill, FillValue = 0.5f }, 5).AtEpoch(1);
        Batch batch = new BatchBuffer(moved, 30).Fill(0, 30);

        float[] image = batch.Inputs[0].ToArray();
        long[] labels = batch.Targets[0].Labels.ToArray();
        float[] vectors = batch.Targets[1].Values.ToArray();
        batch.Targets[2].Values.ToArray().ShouldBe(image);
        int outside = labels.Count(static label => label == 9);
        (outside > 0).ShouldBe(fill == FillMode.Constant);
        for (int i = 0; i < labels.Length; i++)
        {
            // Between pixels the mask takes the nearer one.
            if (labels[i] < 9 && Math.Abs(image[i] - 0.5f) > 0.26f)
            {
                labels[i].ShouldBe(image[i] > 0.5f ? 1 : 0);
            }

            vectors[(2 * i) + 1].ShouldBe(labels[i] == 1 ? 1 : 0);
            (vectors[2 * i] + vectors[(2 * i) + 1]).ShouldBe(1);
        }
    }

    [Fact]
    public void A_shift_and_a_turn_move_by_what_they_say()
    {
        // One bright pixel in the middle of each picture.
        byte[] pixels = [.. Enumerable.Range(0, 200 * 441).Select(static i => (byte)(i % 441 == 220 ? 255 : 0))];
        var data = new Dataset([InputColumn.Of(new DataInput("image", 21, 21, 1), pixels)]);
        float[][] shifted = [.. Values.Of(data.Augment(new Augmentation { Shift = 0.2 }, 1).AtEpoch(1)).Chunk(441)];
        double[] rows = [.. shifted.Select(static picture => Enumerable.Range(0, 441).Sum(i => picture[i] * (i / 21)))];

        shifted.ShouldAllBe(static picture => Math.Abs(picture.Sum() - 1) < 1e-4);
        rows.Min().ShouldBeInRange(10 - 4.21, 10 - 3.5);
        rows.Max().ShouldBeInRange(10 + 3.5, 10 + 4.21);
        Math.Abs(rows.Average() - 10).ShouldBeLessThan(0.6);
        Values.Of(data.Augment(new Augmentation { Rotate = 180 }, 1).AtEpoch(1)).Chunk(441).ShouldAllBe(static picture => picture[220] == 1);
    }

    [Fact]
    public void Paint_has_the_spread_that_it_says()
    {
        var data = new Dataset([InputColumn.Of(new DataInput("image", 20, 20, 1), Enumerable.Repeat(0.5f, 100 * 400).ToArray())]);

        float[] noisy = Values.Of(data.Augment(new Augmentation { Noise = 0.1 }, 1).AtEpoch(1));
        double mean = noisy.Average();
        Math.Abs(mean - 0.5).ShouldBeLessThan(0.005);
        Math.Sqrt(noisy.Average(value => (value - mean) * (value - mean))).ShouldBeInRange(0.098, 0.102);
        float[] bright = [.. Values.Of(data.Augment(new Augmentation { Brightness = 0.2 }, 1).AtEpoch(1)).Distinct()];
        bright.Length.ShouldBe(100);
        (bright.Min() >= 0.3f && bright.Max() <= 0.7f).ShouldBeTrue();
        double[] hidden = [.. Values.Of(data.Augment(new Augmentation { CutOut = 0.5, FillValue = 7 }, 1).AtEpoch(1)).Chunk(400).Select(static picture => picture.Count(static value => value == 7) / 400.0)];
        hidden.Max().ShouldBeInRange(0.15, 0.25);
    }

    [Fact]
    public void MixUp_mixes_inputs_and_targets_alike()
    {
        float[] hot = [.. Enumerable.Range(0, 40).SelectMany(static i => Enumerable.Range(0, 40).Select(j => i == j ? 1f : 0f))];
        var data = new Dataset(InputColumn.Of(new DataInput("x", 40), hot), TargetColumn.Of(DataTarget.OneHot("y", 40), hot));
        Batch batch = new BatchBuffer(data.Augment(new Augmentation { MixUp = 0.4 }, 2).AtEpoch(1), 40).Fill(0, 40);

        float[] mixed = batch.Targets[0].Values.ToArray();
        mixed.ShouldBe(batch.Inputs[0].ToArray());
        mixed.Chunk(40).ShouldAllBe(static vector => Math.Abs(vector.Sum() - 1) < 1e-5 && vector.Count(static value => value > 0) <= 2);
        mixed.Chunk(40).Count(static vector => vector.Max() < 0.999f).ShouldBeInRange(10, 40);
    }

    [Fact]
    public void What_cannot_be_changed_says_why()
    {
        var vectors = new Dataset([InputColumn.Of(new DataInput("x", 4), new float[4])]);
        Should.Throw<CnnGenException>(() => vectors.Augment(Everything, 1)).Message.ShouldBe(
            "There is no picture to change: an input needs height, width and channels, but the data has x 4.");
        ImageDataset labelled = ImageDataset.FromLabels(1, 1, 1, 2, new byte[2], new int[2]);
        Should.Throw<CnnGenException>(() => labelled.Augment(new Augmentation { MixUp = 1 }, 1)).Message.ShouldStartWith(
            "Examples cannot be mixed whose target is a class index, as 'label: one of 2 classes': give one-hot vectors");
        Should.Throw<ArgumentOutOfRangeException>(() => labelled.Augment(new Augmentation { Shift = double.NaN }, 1)).ParamName.ShouldBe("Shift");
        Should.Throw<ArgumentOutOfRangeException>(() => labelled.Augment(new Augmentation { Rotate = -1 }, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => labelled.AtEpoch(-1));
    }

    [Fact]
    public void Classes_of_changed_examples_are_still_known()
    {
        ImageDataset labelled = ImageDataset.FromLabels(1, 1, 1, 2, new byte[8], new[] { 0, 0, 1, 1, 0, 0, 1, 1 });

        (Dataset train, Dataset validation) = labelled.Shuffle(1).Augment(Everything, 1).SplitByClass(0.5, 1);
        ClassCoverage.WarningOfParts(train, validation).ShouldBeNull();
        ClassCoverage.WarningOfParts(train.Take(0), validation).ShouldNotBeNull();
    }

    private static float[] Epoch(BatchFeed feed, Dataset data, int epoch) =>
        [.. feed.Read(Enumerable.Range(0, data.Count).ToArray(), start => Math.Min(8, data.Count - start), epoch).SelectMany(static batch => batch.Inputs[0].ToArray())];

    private static Dataset Pictures(int count, int height, int width, int channels)
    {
        var pixels = new byte[count * height * width * channels];
        new Random(count).NextBytes(pixels);
        return new Dataset([InputColumn.Of(new DataInput("image", height, width, channels), pixels)]);
    }
}
