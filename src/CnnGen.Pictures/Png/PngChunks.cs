using System.Buffers.Binary;

namespace CnnGen.Pictures.Png;

/// <summary>The chunks of a PNG file that matter for its pixels.</summary>
internal sealed class PngChunks
{
    private const int Frame = 12;

    private PngChunks(byte[] palette, byte[] alpha, MemoryStream data) => (Palette, Alpha, Data) = (palette, alpha, data);

    /// <summary>Three bytes a colour.</summary>
    public byte[] Palette { get; }

    /// <summary>How opaque the colours of the palette are, of the first ones.</summary>
    public byte[] Alpha { get; }

    /// <summary>The packed rows.</summary>
    public MemoryStream Data { get; }

    public static PngChunks Read(byte[] file)
    {
        (byte[] palette, byte[] alpha) = ([], []);
        var data = new MemoryStream();
        for (int position = PngHeader.SignatureLength; position < file.Length;)
        {
            int left = file.Length - position - Frame;
            uint length = left < 0 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position));
            if (left < 0 || length > left)
            {
                throw new InvalidDataException("it is cut short");
            }

            Span<byte> named = file.AsSpan(position + 4, 4 + (int)length);
            CheckSum(named, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position + 8 + (int)length)));
            ReadOnlySpan<byte> content = named[4..];
            switch (named[..4])
            {
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']:
                    palette = length % 3 == 0 && length <= 3 * 256 ? content.ToArray() : throw new InvalidDataException($"its palette has {length} bytes");
                    break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']:
                    alpha = content.ToArray();
                    break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']:
                    data.Write(content);
                    break;
                case [(byte)'I', (byte)'E', (byte)'N', (byte)'D']:
                    position = file.Length - Frame - (int)length;
                    break;
            }

            position += Frame + (int)length;
        }

        data.Position = 0;
        return data.Length > 0 ? new PngChunks(palette, alpha, data) : throw new InvalidDataException("it has no pixels");
    }

    private static void CheckSum(ReadOnlySpan<byte> named, uint sum)
    {
        if (PngSum.Of(named) != sum)
        {
            throw new InvalidDataException("a check sum is wrong");
        }
    }
}
