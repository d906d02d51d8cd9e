using System.Buffers.Binary;

namespace CnnGen.Pictures.Png;

/// <summary>The first chunk of a PNG file.</summary>
/// <param name="Size">Rows and columns.</param>
/// <param name="Bits">Bits of a value.</param>
/// <param name="Colour">What values of a pixel are: 0 grey, 2 colours, 3 a place in the palette, 4 grey and alpha, 6 colours and alpha.</param>
/// <param name="IsInterlaced">Whether seven coarser pictures come one after the other.</param>
internal sealed record PngHeader(PictureSize Size, int Bits, int Colour, bool IsInterlaced)
{
    /// <summary>Where the chunks begin.</summary>
    public const int SignatureLength = 8;

    private const int ContentStart = 16;
    private const int ContentLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Values of a pixel.</summary>
    public int Channels => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bits of a pixel.</summary>
    public int PixelBits => Bits * Channels;

    public static PngHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < ContentStart + ContentLength || !file.StartsWith(Signature) || !file[12..16].SequenceEqual("IHDR"u8))
        {
            throw new InvalidDataException("its header is missing");
        }

        ReadOnlySpan<byte> content = file[ContentStart..];
        uint width = BinaryPrimitives.ReadUInt32BigEndian(content);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            throw new InvalidDataException($"its size is {width}×{height}");
        }

        (int bits, int colour) = (content[8], content[9]);
        bool isKnown = colour switch
        {
            0 => bits is 1 or 2 or 4 or 8 or 16,
            3 => bits is 1 or 2 or 4 or 8,
            2 or 4 or 6 => bits is 8 or 16,
            _ => false,
        };
        return isKnown && content[10] == 0 && content[11] == 0 && content[12] <= 1
            ? new PngHeader(new PictureSize((int)height, (int)width), bits, colour, content[12] == 1)
            : throw new InvalidDataException($"its header names a kind of picture that there is not: {bits} bits, colour type {colour}");
    }
}
