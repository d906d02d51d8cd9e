using CnnGen.Pictures.Bmp;
using CnnGen.Pictures.Jpeg;
using CnnGen.Pictures.Png;

namespace CnnGen.Pictures;

/// <summary>
/// Reads PNG, JPEG and BMP files, told by how they begin and not by their names, and writes PNG. Reading takes memory in proportion to the file
/// and to the picture that is really in it, whatever its header says.
/// </summary>
public static class PictureFile
{
    private const string Expected = "a PNG, JPEG or BMP file";

    /// <summary>Reads a picture with the channels that it has: 1 grey, 2 grey and alpha, 3 colours, 4 colours and alpha; of 16 bits the upper 8.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged, or no such picture.</exception>
    public static Image Read(string path) => Read(path, static bytes => Decode(bytes).ToImage());

    /// <summary>The same of a file that is in memory: one that came over a network, say.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="CnnGenException">It is damaged, or no such picture.</exception>
    public static Image Read(byte[] bytes, string name) => Read(bytes, name, static bytes => Decode(bytes).ToImage());

    /// <summary>Reads the size of a picture out of its header, and nothing else.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged, or no such picture.</exception>
    public static PictureSize ReadSize(string path) => Read(path, DecodeSize);

    /// <summary>The same of a file that is in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="CnnGenException">It is damaged, or no such picture.</exception>
    public static PictureSize ReadSize(byte[] bytes, string name) => Read(bytes, name, DecodeSize);

    /// <summary>Writes a picture as PNG.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="image">A picture of 1 to 4 channels.</param>
    /// <exception cref="CnnGenException">The file cannot be written.</exception>
    public static void Write(string path, Image image)
    {
        if (image.Channels is < 1 or > 4)
        {
            throw new ArgumentException($"A PNG file has 1 to 4 channels, not {image.Channels}.", nameof(image));
        }

        AtomicFile.Write(path, stream => PngWriter.Write(stream, image));
    }

    /// <summary>Whether a file has the ending of a picture that can be read.</summary>
    internal static bool HasPictureName(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".bmp";

    /// <summary>Reads a picture as the file has it.</summary>
    internal static DecodedPicture ReadValues(string path) => Read(path, Decode);

    private static DecodedPicture Decode(byte[] bytes) => Format(bytes) switch
    {
        "PNG" => PngReader.Read(bytes),
        "JPEG" => JpegReader.Read(bytes),
        _ => BmpReader.Read(bytes),
    };

    private static PictureSize DecodeSize(byte[] bytes) => Format(bytes) switch
    {
        "PNG" => PngHeader.Read(bytes).Size,
        "JPEG" => JpegReader.ReadSize(bytes),
        _ => BmpHeader.Read(bytes).Size,
    };

    private static T Read<T>(string path, Func<byte[], T> decode) => Read(InputFile.Read(path, Expected, file => ReadBytes(path, file)), path, decode);

    private static T Read<T>(byte[] bytes, string name, Func<byte[], T> decode)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string? format = Format(bytes);
        if (format is null)
        {
            throw new CnnGenException(bytes.Length == 0
                ? $"{name} is empty; expected {Expected}."
                : $"{name} is no picture that can be read: it begins with the bytes {Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 4)))}; expected {Expected}.");
        }

        try
        {
            return decode(bytes);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library for JPEG throws whatever the first broken byte leads to.
            string reason = exception is InvalidDataException ? exception.Message : "its data are damaged";
            throw new CnnGenException($"{name} begins like a {format} but cannot be read ({reason.TrimEnd('.')}): save it again.", exception);
        }
    }

    private static string? Format(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [(byte)'B', (byte)'M', ..] => "BMP",
        _ => null,
    };

    private static byte[] ReadBytes(string path, Stream file)
    {
        if (file.Length > Array.MaxLength)
        {
            throw new CnnGenException($"{path} has {file.Length} bytes, more than a picture can have (2 GB).");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
