using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Images of other sizes, beside Keras's rules over plain numbers: a pixel's middle decides where it comes from.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class ImageSizeRunTests
{
    [Theory]
    [InlineData("[Resizing(12, 9)]", 12, 9, 0, 0, 6, 7, true)]
    [InlineData("[Resizing(4, 5)]", 4, 5, 0, 0, 6, 7, true)]
    [InlineData("[Resizing(12, 5, Interpolation = Interpolation.Nearest)]", 12, 5, 0, 0, 6, 7, false)]
    [InlineData("[Resizing(3, 7, Interpolation = Interpolation.Nearest)]", 3, 7, 0, 0, 6, 7, false)]
    [InlineData("[Resizing(4, 2, CropToAspectRatio = true)]", 4, 2, 0, 2, 6, 3, true)]
    [InlineData("[Resizing(2, 7, CropToAspectRatio = true)]", 2, 7, 2, 0, 2, 7, true)]
    [InlineData("[Resizing(6, 7)]", 6, 7, 0, 0, 6, 7, true)]
    [InlineData("[CenterCrop(3, 4)]", 3, 4, 1, 1, 3, 4, true)]
    [InlineData("[CenterCrop(6, 7)]", 6, 7, 0, 0, 6, 7, true)]
    [InlineData("[CenterCrop(8, 4)]", 8, 4, 0, 2, 6, 3, true)]
    public void A_part_of_the_image_is_brought_to_a_size(
        string layer, int height, int width, int top, int left, int partHeight, int partWidth, bool isBilinear)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(6, 7, 2)]\n{layer}\npublic partial class Cnn;\n");
        using torch.Tensor images = torch.randn([2, 2, 6, 7]);
        using torch.Tensor output = model.Module.call(images);

        output.shape.ShouldBe([2, 2, height, width]);
        float[] values = images[1, 1].contiguous().data<float>().ToArray();
        float[] actual = output[1, 1].contiguous().data<float>().ToArray();
        for (int place = 0; place < actual.Length; place++)
        {
            (int row, int column) = Math.DivRem(place, width);
            var rows = Sources((row + 0.5) * partHeight / height, partHeight, isBilinear);
            var columns = Sources((column + 0.5) * partWidth / width, partWidth, isBilinear);
            double expected = rows.Sum(r => columns.Sum(c => r.Share * c.Share * values[((top + r.Pixel) * 7) + left + c.Pixel]));
            ((double)actual[place]).ShouldBe(expected, 1e-5, $"{row}, {column}");
        }
    }

    // The pixels that a place lies in or between.
    private static (int Pixel, double Share)[] Sources(double place, int size, bool isBilinear)
    {
        if (!isBilinear)
        {
            return [((int)Math.Floor(place), 1)];
        }

        double first = Math.Max(place - 0.5, 0);
        int pixel = Math.Min((int)first, size - 1);
        return [(pixel, 1 - (first - pixel)), (Math.Min(pixel + 1, size - 1), first - pixel)];
    }
}
