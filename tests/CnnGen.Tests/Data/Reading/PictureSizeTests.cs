using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class PictureSizeTests
{
    [Property(MaxTest = 60)]
    public void One_colour_stays_that_in_every_size(byte value, byte height, byte width, byte newHeight, byte newWidth)
    {
        var image = new Image(1 + (height % 9), 1 + (width % 9), 2, Enumerable.Repeat(value, (1 + (height % 9)) * (1 + (width % 9)) * 2).ToArray());

        Image other = image.Resize(1 + (newHeight % 20), 1 + (newWidth % 20));

        (other.Height, other.Width, other.Channels).ShouldBe((1 + (newHeight % 20), 1 + (newWidth % 20), 2));
        other.Pixels.ToArray().ShouldAllBe(pixel => pixel == value);
    }

    [Fact]
    public void Growing_goes_evenly_and_shrinking_skips_nothing()
    {
        new Image(1, 2, 1, new byte[] { 0, 100 }).Resize(1, 4).Pixels.ToArray().ShouldBe([(byte)0, 25, 75, 100]);
        new Image(2, 1, 1, new byte[] { 0, 100 }).Resize(4, 1).Pixels.ToArray().ShouldBe([(byte)0, 25, 75, 100]);

        // One white pixel in eight does not vanish.
        new Image(1, 8, 1, new byte[] { 0, 0, 0, 0, 0, 255, 0, 0 }).Resize(1, 2).Pixels.ToArray()[1].ShouldBeGreaterThan((byte)40);
    }

    [Fact]
    public void Grey_and_colour_are_made_of_each_other_over_white()
    {
        new Image(1, 1, 3, new byte[] { 255, 0, 0 }).ToGrey().Pixels.ToArray().ShouldBe([(byte)76]);
        new Image(1, 1, 4, new byte[] { 10, 20, 30, 0 }).ToColour().Pixels.ToArray().ShouldBe([(byte)255, 255, 255]);
        new Image(1, 1, 4, new byte[] { 10, 20, 30, 255 }).ToColour().Pixels.ToArray().ShouldBe([(byte)10, 20, 30]);
        new Image(1, 1, 2, new byte[] { 0, 127 }).ToGrey().Pixels.ToArray().ShouldBe([(byte)128]);
        new Image(1, 1, 1, new byte[] { 9 }).ToColour().Pixels.ToArray().ShouldBe([(byte)9, 9, 9]);
        Should.Throw<InvalidOperationException>(() => new Image(1, 1, 5, new byte[5]).ToGrey());
    }

    [Fact]
    public void A_data_set_keeps_labels_targets_and_role()
    {
        ImageDataset labelled = ImageDataset.FromLabels(2, 2, 3, 3, new byte[36], new[] { 2, 0, 1 }).Select(2, 0).As(DataRole.Test);
        ImageDataset data = labelled.Resize(4, 3).ToGrey();

        (data.Height, data.Width, data.Channels, data.Role).ShouldBe((4, 3, 1, DataRole.Test));
        data.Labels.ShouldBe([1, 2]);
        ImageDataset numbers = ImageDataset.FromTargets(1, 1, 1, 2, LabelKind.Number, new byte[2], new float[] { 1, 2, 3, 4 }).ToColour();
        (numbers.Channels, numbers.TargetOf(1)[0]).ShouldBe((3, 3f));
    }
}
