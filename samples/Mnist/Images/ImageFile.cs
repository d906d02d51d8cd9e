using BigGustave;

namespace CnnGen.Samples.Mnist.Images;

/// <summary>Reads a picture of one digit: PNG or PGM, 28×28, as MNIST has them (white on black).</summary>
internal static class ImageFile
{
    public const int Side = 28;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Reads a picture, and turns black on white into MNIST's white on black.</summary>
    /// <exception cref="CnnGenException">The file is missing, not a PNG or PGM, or not 28×28.</exception>
    public static Image Read(string path, out bool inverted)
    {
        var bytes = ReadBytes(path);
        var (width, height, pixels) = bytes.AsSpan().StartsWith(PngSignature) ? ReadPng(path, bytes) : PgmFile.Parse(path, bytes);
        if (width != Side || height != Side)
        {
            throw new CnnGenException(
                $"{path} is {width}×{height} pixels, but the models read {Side}×{Side}: scale it to {Side}×{Side}, the digit in the middle, about 20 pixels high.");
        }

        inverted = HasBrightBorder(pixels);
        if (inverted)
        {
            pixels = Array.ConvertAll(pixels, value => (byte)(255 - value));
        }

        return new Image(Side, Side, 1, pixels);
    }

    private static byte[] ReadBytes(string path)
    {
        if (!File.Exists(path))
        {
            throw new CnnGenException($"{path} does not exist: give a PNG or PGM file of {Side}×{Side} pixels, or test:0 for the first test digit.");
        }

        return File.ReadAllBytes(path);
    }

    private static (int Width, int Height, byte[] Pixels) ReadPng(string path, byte[] bytes)
    {
        Png png;
        try
        {
            png = Png.Open(bytes);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws whatever the first broken byte leads to.
            throw new CnnGenException($"{path} begins like a PNG but cannot be read ({e.Message.TrimEnd('.')}): save it again, or as PGM.", e);
        }

        var pixels = new byte[png.Width * png.Height];
        for (var y = 0; y < png.Height; y++)
        {
            for (var x = 0; x < png.Width; x++)
            {
                pixels[y * png.Width + x] = Grey(png.GetPixel(x, y));
            }
        }

        return (png.Width, png.Height, pixels);
    }

    // Rec. 601 luma over white paper: what is transparent in a drawing is meant to be background.
    private static byte Grey(Pixel pixel)
    {
        var luma = 0.299 * pixel.R + 0.587 * pixel.G + 0.114 * pixel.B;
        var opacity = pixel.A / 255.0;
        return (byte)Math.Round(luma * opacity + 255 * (1 - opacity));
    }

    // MNIST leaves four empty pixels around every digit, so the border tells what the background is.
    private static bool HasBrightBorder(byte[] pixels)
    {
        var sum = 0;
        for (var i = 0; i < Side; i++)
        {
            sum += pixels[i] + pixels[(Side - 1) * Side + i] + pixels[i * Side] + pixels[i * Side + Side - 1];
        }

        return sum > 4 * Side * 127;
    }
}
