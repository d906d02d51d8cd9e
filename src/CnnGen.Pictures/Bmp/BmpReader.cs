using System.Buffers.Binary;
using System.Numerics;

namespace CnnGen.Pictures.Bmp;

/// <summary>Decodes BMP without compression: places in a palette, or colours, also those whose bits a header names.</summary>
internal static class BmpReader
{
    public static DecodedPicture Read(byte[] file)
    {
        BmpHeader header = BmpHeader.Read(file);
        (int height, int width) = header.Size;

        // Rows end at a multiple of four bytes.
        long rowLength = (((long)width * header.Bits) + 31) / 32 * 4;
        PictureLimits.Check((Int128)rowLength * height, file.Length - header.PixelStart, height, width);
        return header.Bits <= 8 ? ReadPalette(file, header, (int)rowLength) : ReadColours(file, header, (int)rowLength);
    }

    private static DecodedPicture ReadPalette(byte[] file, BmpHeader header, int rowLength)
    {
        (int height, int width) = header.Size;
        var values = new byte[PictureLimits.Bytes(height, width, 1)];
        for (int i = 0; i < values.Length; i++)
        {
            int bit = i % width * header.Bits;
            byte from = Row(file, header, rowLength, i / width)[bit / 8];
            values[i] = (byte)((from >> (8 - header.Bits - (bit % 8))) & ((1 << header.Bits) - 1));
        }

        var palette = new byte[4 * header.Colours];
        for (int i = 0; i < palette.Length; i += 4)
        {
            ReadOnlySpan<byte> colour = file.AsSpan(header.PaletteStart + i, 3);
            (palette[i], palette[i + 1], palette[i + 2], palette[i + 3]) = (colour[2], colour[1], colour[0], byte.MaxValue);
        }

        return new DecodedPicture(height, width, 1, values) { Palette = palette };
    }

    private static DecodedPicture ReadColours(byte[] file, BmpHeader header, int rowLength)
    {
        (int height, int width) = header.Size;
        int step = header.Bits / 8;
        (int red, int green, int blue) = header.HasMasks ? Masks(file) : (2, 1, 0);
        var values = new byte[PictureLimits.Bytes(height, width, 3)];
        for (int y = 0, place = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = Row(file, header, rowLength, y);
            for (int x = 0; x < width; x++, place += 3)
            {
                ReadOnlySpan<byte> pixel = row.Slice(x * step, step);
                (values[place], values[place + 1], values[place + 2]) = (pixel[red], pixel[green], pixel[blue]);
            }
        }

        return new DecodedPicture(height, width, 3, values);
    }

    private static ReadOnlySpan<byte> Row(byte[] file, BmpHeader header, int rowLength, int row) =>
        file.AsSpan(header.PixelStart + ((header.IsTopDown ? row : header.Size.Height - 1 - row) * rowLength), rowLength);

    // Where the bytes of the colours stand within a pixel.
    private static (int Red, int Green, int Blue) Masks(byte[] file)
    {
        const int Start = 54;
        if (file.Length < Start + 12)
        {
            throw new InvalidDataException("its header is cut short");
        }

        return (Place(0), Place(4), Place(8));

        int Place(int offset)
        {
            uint mask = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(Start + offset));
            int shift = BitOperations.TrailingZeroCount(mask);
            return shift % 8 == 0 && shift < 32 && mask >> shift == byte.MaxValue
                ? shift / 8
                : throw new InvalidDataException("its colours have other than 8 bits each: save it with 24 bits, or as PNG");
        }
    }
}
