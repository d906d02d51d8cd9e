using CnnGen.Pictures;

namespace CnnGen.Samples.Mnist.Images;

/// <summary>Reads a picture of one digit: PNG, JPEG, BMP or PGM, 28×28, as MNIST has them (white on black).</summary>
internal static class ImageFile
{
    public const int Side = 28;

    // A digit has a few kilobytes, whatever the format; so much is read at most.
    private const int LargestFile = 16 << 20;

    /// <summary>Reads a picture, and turns black on white into MNIST's white on black.</summary>
    /// <exception cref="CnnGenException">The file is missing, no such picture, or not 28×28.</exception>
    public static Image Read(string path, out bool inverted)
    {
        var bytes = InputFile.Read(path, $"a PNG or PGM file of {Side}×{Side} pixels, or test:0 for the first test digit", file => ReadBytes(path, file));
        var pixels = IsPgm(bytes) ? ReadPgm(path, bytes) : ReadPicture(path);
        inverted = HasBrightBorder(pixels);
        if (inverted)
        {
            pixels = Array.ConvertAll(pixels, value => (byte)(255 - value));
        }

        return new Image(Side, Side, 1, pixels);
    }

    // The length is what a file says of itself; a device says nothing and never ends.
    private static byte[] ReadBytes(string path, Stream file)
    {
        var length = file.Length;
        if (length > LargestFile)
        {
            throw new CnnGenException($"{path} has {length} bytes, too many for a picture of {Side}×{Side} pixels: scale it to that size.");
        }

        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return bytes;
    }

    // What begins like no other format is left to the reader of PGM, which says what it is not.
    private static bool IsPgm(ReadOnlySpan<byte> bytes) => bytes is not ([0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'B', (byte)'M', ..]);

    private static byte[] ReadPicture(string path)
    {
        var (height, width) = PictureFile.ReadSize(path);
        CheckSize(path, width, height);
        return PictureFile.Read(path).ToGrey().Pixels.ToArray();
    }

    private static byte[] ReadPgm(string path, byte[] bytes)
    {
        var (width, height, pixels) = PgmFile.Parse(path, bytes);
        CheckSize(path, width, height);
        return pixels;
    }

    private static void CheckSize(string path, int width, int height)
    {
        if (width != Side || height != Side)
        {
            throw new CnnGenException(
                $"{path} is {width}×{height} pixels, but the models read {Side}×{Side}: scale it to {Side}×{Side}, the digit in the middle, about 20 pixels high.");
        }
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
