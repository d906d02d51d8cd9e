using CnnGen.Pictures;

namespace CnnGen.Tests.Reports;

/// <summary>The pictures in the report, read again by the library's own reader of PNG.</summary>
public class PngImageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_read_again(int channels)
    {
        byte[] values = [.. Enumerable.Range(0, 5 * 7 * channels).Select(static i => (byte)(i * 37))];
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "picture.png");
        File.WriteAllBytes(path, PngImage.Encode(5, 7, channels, values));
        Image image = PictureFile.Read(path);

        (image.Height, image.Width, image.Channels).ShouldBe((5, 7, channels));
        image.Pixels.ToArray().ShouldBe(values);
    }

    [Fact]
    public void A_montage_shows_its_maps_in_colours_with_nothing_between()
    {
        // Two maps of a row of two pixels each: 0 and 1, then 0.5 and 1.
        float[][] maps = [[0, 1], [0.5f, 1]];
        var montage = Montage.Of(2, 1, 2, 2, (map, place) => maps[map][place], isSigned: false);
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "montage.png");
        File.WriteAllBytes(path, Convert.FromBase64String(montage.Address[(montage.Address.IndexOf(',') + 1)..]));
        Image image = PictureFile.Read(path);

        (montage.Height, montage.Width).ShouldBe((1, 5));
        (image.Height, image.Width).ShouldBe((1, 5));
        Colour(image, 0).ShouldBe([0x0B, 0x10, 0x26]);
        Colour(image, 1).ShouldBe([0xFB, 0xF3, 0xC4]);
        Colour(image, 4).ShouldBe(Colour(image, 1));
        Colour(image, 3).ShouldNotBe(Colour(image, 0));
        if (image.Channels == 4)
        {
            image[0, 2, 3].ShouldBe((byte)0);
        }
    }

    private static byte[] Colour(Image image, int column) => [image[0, column, 0], image[0, column, 1], image[0, column, 2]];
}
