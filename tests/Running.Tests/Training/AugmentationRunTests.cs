using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Augmentations and noise: nothing in inference, what Keras does in training, with draws of its own for each image.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class AugmentationRunTests
{
    private const int Size = 5;

    public static TheoryData<string> All =>
    [
        "[RandomFlip]", "[RandomRotation(0.2)]", "[RandomZoom(0.3)]", "[RandomZoom(0.3, 0.2)]", "[RandomTranslation(0.3, 0.3)]",
        "[RandomContrast(0.5)]", "[RandomBrightness(0.3)]", "[GaussianNoise(0.1)]", "[GaussianDropout(0.3)]", "[AlphaDropout(0.3)]",
        "[SpatialDropout2D(0.5)]", "[Dropout(0.5)]",
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void In_inference_nothing_happens(string layer)
    {
        using LoadedModel model = Load(layer);
        model.Module.eval();
        using torch.Tensor images = Images(8);
        using torch.Tensor output = model.Module.call(images);
        output.data<float>().ToArray().ShouldBe(images.data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void In_training_each_image_changes_in_its_own_way_and_a_seed_brings_it_back(string layer)
    {
        using LoadedModel model = Load(layer);
        using torch.Tensor image = Images(1);
        using torch.Tensor same = image.repeat(32, 1, 1, 1);
        torch.manual_seed(1);
        using torch.Tensor first = model.Module.call(same);
        using torch.Tensor second = model.Module.call(same);
        torch.manual_seed(1);
        using torch.Tensor again = model.Module.call(same);

        float[][] images = [.. first.data<float>().ToArray().Chunk(Size * Size * 2)];
        images.Count(other => !other.SequenceEqual(images[0])).ShouldBeGreaterThan(3);
        again.data<float>().ToArray().ShouldBe(first.data<float>().ToArray());
        second.data<float>().ToArray().ShouldNotBe(first.data<float>().ToArray());
    }

    [Theory]
    [InlineData("[RandomFlip(FlipMode.Horizontal)]", new[] { "", "3" })]
    [InlineData("[RandomFlip(FlipMode.Vertical)]", new[] { "", "2" })]
    [InlineData("[RandomFlip]", new[] { "", "2", "3", "23" })]
    public void A_flip_comes_in_each_of_its_ways_and_no_other(string layer, string[] ways)
    {
        using LoadedModel model = Load(layer);
        using torch.Tensor image = Images(1);
        float[][] possible = [.. ways.Select(way => image.flip([.. way.Select(axis => (long)(axis - '0'))]).data<float>().ToArray())];

        using torch.Tensor output = model.Module.call(image.repeat(100, 1, 1, 1));

        int[] found = [.. output.data<float>().ToArray().Chunk(Size * Size * 2)
            .Select(flipped => Array.FindIndex(possible, one => one.SequenceEqual(flipped)))];
        found.ShouldAllBe(way => way >= 0);
        found.Distinct().Count().ShouldBe(ways.Length);
        found.GroupBy(way => way).ShouldAllBe(group => Math.Abs(group.Count() - (100 / ways.Length)) < 30);
    }

    [Fact]
    public void A_quarter_turn_is_counter_clockwise() =>
        ShouldBecome("[RandomRotation(0.25, 0.25)]", (image, row, column) => image[column, Size - 1 - row]);

    [Fact]
    public void A_positive_translation_goes_down_and_to_the_right_and_mirrors_the_edge() =>
        ShouldBecome("[RandomTranslation(0.2, 0.2, 0.4, 0.4)]", (image, row, column) =>
            image[row < 1 ? 0 : row - 1, column < 2 ? 1 - column : column - 2]);

    [Fact]
    public void The_edge_may_be_continued() =>
        ShouldBecome("[RandomTranslation(-0.4, -0.4, 0, 0, FillMode = FillMode.Nearest)]", (image, row, column) =>
            image[Math.Min(row + 2, Size - 1), column]);

    [Fact]
    public void Or_filled_with_a_value() =>
        ShouldBecome("[RandomTranslation(0, 0, 0.2, 0.2, FillMode = FillMode.Constant, FillValue = 0.25)]", (image, row, column) =>
            column < 1 ? 0.25f : image[row, column - 1]);

    [Fact]
    public void A_negative_zoom_is_nearer() =>
        ShouldBecome("[RandomZoom(-0.5, -0.5, -0.5, -0.5, Interpolation = Interpolation.Bilinear)]", (image, row, column) =>
            Between(image, 1 + (0.5f * row), 1 + (0.5f * column)));

    [Fact]
    public void One_zoom_factor_is_for_both_sides()
    {
        using LoadedModel model = Load("[RandomZoom(0.3)]");
        using torch.Tensor square = torch.arange(Size, torch.float32).reshape(1, 1, Size, 1).expand(1, 2, Size, Size).contiguous();
        using torch.Tensor transposed = square.transpose(2, 3).contiguous();
        torch.manual_seed(3);
        using torch.Tensor one = model.Module.call(square);
        torch.manual_seed(3);
        using torch.Tensor other = model.Module.call(transposed);
        (one.transpose(2, 3) - other).abs().max().ToDouble().ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void Brightness_adds_a_share_of_the_range_and_stays_within_it() =>
        ShouldBecome("[RandomBrightness(0.1, 0.1, ValueHigh = 0.5)]", (image, row, column) => Math.Min(0.5f, image[row, column] + 0.05f));

    [Fact]
    public void Contrast_spreads_the_values_about_the_mean_of_each_channel()
    {
        using LoadedModel model = Load("[RandomContrast(0.4, ValueHigh = 10, ValueLow = -10)]");
        using torch.Tensor images = Images(20);
        using torch.Tensor output = model.Module.call(images);
        using torch.Tensor mean = images.mean([2L, 3], true);
        using torch.Tensor before = (images - mean).flatten(1);
        using torch.Tensor after = (output - mean).flatten(1);

        // One factor for each image: read off at the value that lies furthest from its mean.
        using torch.Tensor furthest = before.abs().argmax(1L, true);
        using torch.Tensor factors = after.gather(1L, furthest) / before.gather(1L, furthest);
        (after - (before * factors)).abs().max().ToDouble().ShouldBeLessThan(1e-5);
        factors.min().ToDouble().ShouldBeGreaterThan(0.59);
        factors.max().ToDouble().ShouldBeLessThan(1.41);
        (factors.max() - factors.min()).ToDouble().ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void Noise_has_its_mean_and_deviation()
    {
        using torch.Tensor images = torch.ones([400, 2, Size, Size]);
        using LoadedModel added = Load("[GaussianNoise(0.1)]");
        using torch.Tensor noisy = added.Module.call(images);
        noisy.mean().ToDouble().ShouldBe(1, 0.01);
        noisy.std().ToDouble().ShouldBe(0.1, 0.01);

        using LoadedModel multiplied = Load("[GaussianDropout(0.2)]");
        using torch.Tensor dropped = multiplied.Module.call(images);
        dropped.mean().ToDouble().ShouldBe(1, 0.02);
        dropped.std().ToDouble().ShouldBe(0.5, 0.02);
    }

    private static LoadedModel Load(string layer)
    {
        LoadedModel model = LoadedModel.Load($"[Model]\n[Input({Size}, {Size}, 2)]\n{layer}\npublic partial class Cnn;\n");
        model.Module.train();
        return model;
    }

    private static torch.Tensor Images(int count) => torch.rand([count, 2, Size, Size]);

    private static float Between(float[,] image, float row, float column)
    {
        var (top, left) = ((int)row, (int)column);
        var (down, right) = (row - top, column - left);
        var (bottom, next) = (Math.Min(top + 1, Size - 1), Math.Min(left + 1, Size - 1));
        return ((1 - down) * (((1 - right) * image[top, left]) + (right * image[top, next])))
            + (down * (((1 - right) * image[bottom, left]) + (right * image[bottom, next])));
    }

    private static void ShouldBecome(string layer, Func<float[,], int, int, float> expected)
    {
        using LoadedModel model = Load(layer);
        using torch.Tensor images = Images(2);
        using torch.Tensor output = model.Module.call(images);
        foreach (var (before, after) in images.data<float>().ToArray().Chunk(Size * Size).Zip(output.data<float>().ToArray().Chunk(Size * Size)))
        {
            var image = new float[Size, Size];
            Buffer.BlockCopy(before, 0, image, 0, before.Length * sizeof(float));
            for (int i = 0; i < after.Length; i++)
            {
                after[i].ShouldBe(expected(image, i / Size, i % Size), 1e-4f, $"row {i / Size}, column {i % Size}");
            }
        }
    }
}
