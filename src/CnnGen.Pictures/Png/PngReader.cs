using System.IO.Compression;

namespace CnnGen.Pictures.Png;

/// <summary>
/// Decodes PNG. It is read here, and not by a library, because a mask's classes are its places in the palette, which libraries turn into colours.
/// </summary>
internal static class PngReader
{
    // No packed data are smaller than their content by more: 258 bytes in two bits.
    private const int LargestRatio = 1032;

    // Where the seven pictures of an interlaced one begin, and how far apart their pixels lie: row, column, rows, columns.
    private static readonly (int Row, int Column, int Rows, int Columns)[] Passes =
        [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)];

    public static DecodedPicture Read(byte[] file)
    {
        PngHeader header = PngHeader.Read(file);
        PngChunks chunks = PngChunks.Read(file);
        ((int height, int width), int channels) = (header.Size, header.Channels);
        PictureLimits.Check((Int128)height * width * header.PixelBits / 8, (Int128)chunks.Data.Length * LargestRatio, height, width);
        var values = new byte[PictureLimits.Bytes(height, width, channels)];
        byte[]? lower = header is { Bits: 16, Channels: 1 } ? new byte[values.Length] : null;
        using var rows = new ZLibStream(chunks.Data, CompressionMode.Decompress);
        foreach ((int row, int column, int rowStep, int columnStep) in header.IsInterlaced ? Passes : [(0, 0, 1, 1)])
        {
            ReadPass(rows, header, (values, lower), row, column, rowStep, columnStep);
        }

        if (rows.ReadByte() >= 0)
        {
            throw new InvalidDataException("it has more content than its size needs");
        }

        return header.Colour == 3
            ? new DecodedPicture(height, width, 1, values) { Palette = Palette(chunks) }
            : new DecodedPicture(height, width, channels, values) { White = header.Bits < 8 ? (1 << header.Bits) - 1 : byte.MaxValue, Lower = lower };
    }

    private static void ReadPass(Stream rows, PngHeader header, (byte[] Values, byte[]? Lower) picture, int firstRow, int firstColumn, int rowStep, int columnStep)
    {
        ((int height, int width), int channels) = (header.Size, header.Channels);
        int columns = (width - firstColumn + columnStep - 1) / columnStep;
        if (columns <= 0)
        {
            return;
        }

        int length = (int)((((long)columns * header.PixelBits) + 7) / 8);
        int pixelBytes = Math.Max(1, header.PixelBits / 8);
        var row = new byte[length];
        var above = new byte[length];
        for (int y = firstRow; y < height; y += rowStep)
        {
            int filter = rows.ReadByte();
            if (filter < 0 || rows.ReadAtLeast(row, length, throwOnEndOfStream: false) < length)
            {
                throw new InvalidDataException("it is cut short: rows are missing");
            }

            PngFilter.Undo(filter, row, above, pixelBytes);
            for (int x = 0; x < columns * channels; x++)
            {
                int column = firstColumn + (x / channels * columnStep);
                int place = (((y * width) + column) * channels) + (x % channels);
                picture.Values[place] = Value(row, x, header.Bits);
                if (picture.Lower is { } lower)
                {
                    lower[place] = row[(2 * x) + 1];
                }
            }

            (row, above) = (above, row);
        }
    }

    private static byte Value(byte[] row, int place, int bits) => bits switch
    {
        8 => row[place],
        16 => row[2 * place],
        _ => (byte)((row[place * bits / 8] >> (8 - bits - (place * bits % 8))) & ((1 << bits) - 1)),
    };

    private static byte[] Palette(PngChunks chunks)
    {
        var colours = new byte[chunks.Palette.Length / 3 * 4];
        for (int i = 0; i < colours.Length / 4; i++)
        {
            chunks.Palette.AsSpan(3 * i, 3).CopyTo(colours.AsSpan(4 * i));
            colours[(4 * i) + 3] = i < chunks.Alpha.Length ? chunks.Alpha[i] : byte.MaxValue;
        }

        return colours;
    }
}
