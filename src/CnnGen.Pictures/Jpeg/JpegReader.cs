using JpegLibrary;

namespace CnnGen.Pictures.Jpeg;

/// <summary>Decodes JPEG, baseline and progressive, by JpegLibrary, which trusts a file: so its size is held against the file's before.</summary>
internal static class JpegReader
{
    // A block of 64 pixels has one bit at least.
    private const int MostPixelsOfByte = 8 * 64;

    public static PictureSize ReadSize(byte[] file)
    {
        JpegDecoder decoder = Identify(file);
        return new PictureSize(decoder.Height, decoder.Width);
    }

    public static DecodedPicture Read(byte[] file)
    {
        JpegDecoder decoder = Identify(file);
        (int height, int width, int channels) = (decoder.Height, decoder.Width, decoder.NumberOfComponents);
        if (decoder.Precision != 8 || channels is not (1 or 3))
        {
            throw new InvalidDataException(channels is 1 or 3
                ? $"it has {decoder.Precision} bits a value; 8 are read"
                : $"it has {channels} channels; 1 and 3 are read: convert CMYK to RGB");
        }

        PictureLimits.Check((Int128)height * width, (Int128)file.Length * MostPixelsOfByte, height, width);
        var values = new byte[PictureLimits.Bytes(height, width, channels)];
        decoder.SetOutputWriter(new PixelWriter(values, height, width, channels));
        decoder.Decode();
        if (channels == 3 && !HasColours(file))
        {
            ToColours(values);
        }

        return new DecodedPicture(height, width, channels, values) { IsLossy = true };
    }

    private static JpegDecoder Identify(byte[] file)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(file);
        decoder.Identify();
        return decoder.Width > 0 && decoder.Height > 0 ? decoder : throw new InvalidDataException($"its size is {decoder.Width}×{decoder.Height}");
    }

    // Adobe's marker says when the channels are red, green and blue themselves.
    private static bool HasColours(ReadOnlySpan<byte> file)
    {
        for (int place = 2; place + 4 <= file.Length && file[place] == 0xFF && file[place + 1] is not 0xDA;)
        {
            int length = (file[place + 2] << 8) | file[place + 3];
            if (file[place + 1] == 0xEE && length >= 14 && place + 16 <= file.Length && file.Slice(place + 4, 5).SequenceEqual("Adobe"u8))
            {
                return file[place + 15] == 0;
            }

            place += 2 + length;
        }

        return false;
    }

    // JFIF: brightness, and how far blue and red are from it.
    private static void ToColours(Span<byte> values)
    {
        for (int i = 0; i < values.Length; i += 3)
        {
            (float y, float b, float r) = (values[i], values[i + 1] - 128, values[i + 2] - 128);
            values[i] = Round(y + (1.402f * r));
            values[i + 1] = Round(y - (0.344136f * b) - (0.714136f * r));
            values[i + 2] = Round(y + (1.772f * b));
        }
    }

    private static byte Round(float value) => (byte)Math.Clamp((int)MathF.Round(value), 0, 255);

    private sealed class PixelWriter(byte[] values, int height, int width, int channels) : JpegBlockOutputWriter
    {
        private const int Side = 8;

        public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            ReadOnlySpan<short> block = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref blockRef, Side * Side);
            if ((uint)componentIndex >= (uint)channels)
            {
                return;
            }

            for (int row = 0; row < Side && y + row < height; row++)
            {
                for (int column = 0; column < Side && x + column < width; column++)
                {
                    values[((((y + row) * width) + x + column) * channels) + componentIndex] = (byte)Math.Clamp((int)block[(row * Side) + column], 0, 255);
                }
            }
        }
    }
}
