using System.Buffers.Binary;

namespace CnnGen.Pictures.Bmp;

/// <summary>The two headers of a BMP file.</summary>
/// <param name="Size">Rows and columns.</param>
/// <param name="IsTopDown">Whether the first row stands first.</param>
/// <param name="Bits">Bits of a pixel.</param>
/// <param name="PixelStart">Where the rows begin.</param>
/// <param name="PaletteStart">Where the palette begins.</param>
/// <param name="Colours">Colours of the palette.</param>
/// <param name="HasMasks">Whether it says which bits are which colour.</param>
internal sealed record BmpHeader(PictureSize Size, bool IsTopDown, int Bits, int PixelStart, int PaletteStart, int Colours, bool HasMasks)
{
    private const int FileHeader = 14;
    private const int InfoHeader = 40;

    public static BmpHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + InfoHeader)
        {
            throw new InvalidDataException("its header is cut short");
        }

        ReadOnlySpan<byte> info = file[FileHeader..];
        long infoLength = BinaryPrimitives.ReadUInt32LittleEndian(info);
        (int width, int height) = (BinaryPrimitives.ReadInt32LittleEndian(info[4..]), BinaryPrimitives.ReadInt32LittleEndian(info[8..]));
        (int bits, uint packing) = (BinaryPrimitives.ReadUInt16LittleEndian(info[14..]), BinaryPrimitives.ReadUInt32LittleEndian(info[16..]));
        if (infoLength < InfoHeader || width <= 0 || height is 0 or int.MinValue)
        {
            throw new InvalidDataException(infoLength < InfoHeader ? "it is of a kind from before Windows 3" : $"its size is {width}×{height}");
        }

        bool hasMasks = packing is 3 or 6 && bits == 32;
        if (packing != 0 && !hasMasks)
        {
            throw new InvalidDataException($"its pixels are packed in the way {packing}, which is not read: save it without, or as PNG");
        }

        if (bits is not (1 or 4 or 8 or 24 or 32))
        {
            throw new InvalidDataException($"its pixels have {bits} bits; 1, 4, 8, 24 and 32 are read");
        }

        long colours = BinaryPrimitives.ReadUInt32LittleEndian(info[32..]);
        colours = bits > 8 ? 0 : colours is 0 or > 256 ? 1 << bits : colours;
        long pixels = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]);
        long palette = FileHeader + infoLength;
        return pixels >= palette && palette + (4 * colours) <= file.Length && pixels <= file.Length
            ? new BmpHeader(new PictureSize(Math.Abs(height), width), height < 0, bits, (int)pixels, (int)palette, (int)colours, hasMasks)
            : throw new InvalidDataException("its header is cut short or damaged");
    }
}
