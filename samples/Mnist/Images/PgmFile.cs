using System.Globalization;
using System.Text;

namespace CnnGen.Samples.Mnist.Images;

/// <summary>The portable graymap, plain (P2) and raw (P5), with up to 8 bits a pixel.</summary>
internal static class PgmFile
{
    private const int LargestSide = 16384;

    /// <summary>Reads a graymap.</summary>
    /// <param name="path">Its name, for error messages.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="CnnGenException">It is no graymap, or a broken one.</exception>
    public static (int Width, int Height, byte[] Pixels) Parse(string path, byte[] bytes)
    {
        var position = 0;
        var kind = NextWord(bytes, ref position);
        if (kind is not ("P2" or "P5"))
        {
            throw new CnnGenException($"{path} is neither a PNG nor a PGM file (P2 or P5): convert the picture to one of them.");
        }

        var width = NextNumber(path, bytes, ref position, "width", LargestSide);
        var height = NextNumber(path, bytes, ref position, "height", LargestSide);
        var white = NextNumber(path, bytes, ref position, "largest value", 255);
        if (width == 0 || height == 0 || white == 0)
        {
            throw new CnnGenException($"{path} is an empty picture ({width}×{height}, largest value {white}).");
        }

        var pixels = kind == "P5" ? Raw(path, bytes, position + 1, width, height) : Plain(path, bytes, position, width * height, white);
        return (width, height, Array.ConvertAll(pixels, value => (byte)(Math.Min((int)value, white) * 255 / white)));
    }

    // One white space parts the header from the pixels.
    private static byte[] Raw(string path, byte[] bytes, int position, int width, int height)
    {
        var left = Math.Max(0, bytes.Length - position);
        return left >= width * height
            ? bytes[position..(position + width * height)]
            : throw new CnnGenException($"{path} is cut short: {width}×{height} pixels need {width * height} bytes after its header, but {left} are there.");
    }

    // Takes no more memory than the file has, whatever size it claims.
    private static byte[] Plain(string path, byte[] bytes, int position, int count, int white)
    {
        var pixels = new List<byte>(Math.Min(count, bytes.Length));
        while (pixels.Count < count)
        {
            pixels.Add((byte)NextNumber(path, bytes, ref position, $"pixel {pixels.Count}", white));
        }

        return [.. pixels];
    }

    private static int NextNumber(string path, byte[] bytes, ref int position, string what, int largest)
    {
        var word = NextWord(bytes, ref position);
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw new CnnGenException($"{path} is a broken PGM file: its {what} is '{word}', not a number up to {largest}.");
    }

    // Words are parted by white space; a '#' begins a comment that ends with its line.
    private static string NextWord(byte[] bytes, ref int position)
    {
        while (position < bytes.Length && (char.IsWhiteSpace((char)bytes[position]) || bytes[position] == '#'))
        {
            if (bytes[position] == '#')
            {
                var rest = bytes.AsSpan(position).IndexOf((byte)'\n');
                position = rest < 0 ? bytes.Length : position + rest;
            }
            else
            {
                position++;
            }
        }

        var start = position;
        while (position < bytes.Length && position - start < 12 && !char.IsWhiteSpace((char)bytes[position]))
        {
            position++;
        }

        return Encoding.Latin1.GetString(bytes, start, position - start);
    }
}
