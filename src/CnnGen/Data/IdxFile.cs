using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen;

/// <summary>
/// Reads IDX files, the format of MNIST and its relatives (Fashion-MNIST, KMNIST, EMNIST): bytes in one or three dimensions,
/// compressed with gzip or not.
/// </summary>
public static class IdxFile
{
    private const int LabelsMagic = 0x0801;
    private const int ImagesMagic = 0x0803;

    /// <summary>Reads a file of grey images and one of their labels.</summary>
    /// <param name="imagesPath">The images, <c>…-images-idx3-ubyte</c> or <c>.gz</c>.</param>
    /// <param name="labelsPath">The labels, <c>…-labels-idx1-ubyte</c> or <c>.gz</c>.</param>
    /// <param name="classes">Number of classes; labels go from 0 to one less.</param>
    public static ImageDataset Read(string imagesPath, string labelsPath, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        (int count, int height, int width, byte[] pixels) = ReadImages(imagesPath);
        byte[] labels = ReadLabels(labelsPath);
        if (labels.Length != count)
        {
            throw new CnnGenException(
                $"{labelsPath} has {labels.Length} labels, but {imagesPath} has {count} images: they must be as many.");
        }

        int wrong = Array.FindIndex(labels, label => label >= classes);
        if (wrong >= 0)
        {
            throw new CnnGenException(
                $"{labelsPath} has the label {labels[wrong]} at place {wrong}: with {classes} classes, labels go from 0 to {classes - 1}.");
        }

        return ImageDataset.FromLabels(height, width, 1, classes, pixels, Array.ConvertAll(labels, static label => (int)label));
    }

    /// <summary>Reads grey images: their number, height, width and all pixels, row after row.</summary>
    public static (int Count, int Height, int Width, byte[] Pixels) ReadImages(string path)
    {
        (int[] sizes, byte[] pixels) = Read(path, ImagesMagic, "images");
        return sizes[1] > 0 && sizes[2] > 0
            ? (sizes[0], sizes[1], sizes[2], pixels)
            : throw new CnnGenException($"{path} has images of {sizes[1]}×{sizes[2]}; both sizes must be at least 1.");
    }

    /// <summary>Reads labels, one byte each.</summary>
    public static byte[] ReadLabels(string path) => Read(path, LabelsMagic, "labels").Data;

    private static (int[] Sizes, byte[] Data) Read(string path, int magic, string what)
    {
        string expected = $"{what} as IDX, gzip or not";
        return InputFile.Read(path, expected, file =>
        {
            try
            {
                using Stream content = Uncompressed(file, path, expected);
                (int[] sizes, byte[] data) = ReadContent(content, path, magic, what);
                if (content is GZipStream)
                {
                    CheckTrailer(file, path, sizeof(int) + (sizeof(int) * sizes.Length) + data.Length);
                }

                return (sizes, data);
            }
            catch (InvalidDataException exception)
            {
                throw new CnnGenException($"{path} is cut short or damaged: its gzip data cannot be read; expected {expected}.", exception);
            }
        });
    }

    private static Stream Uncompressed(Stream file, string path, string expected)
    {
        Span<byte> start = stackalloc byte[4];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length] switch
        {
            [0x1F, 0x8B, ..] => new GZipStream(file, CompressionMode.Decompress),
            [0, 0, _, _] => file,
            { Length: < 4 } => throw new CnnGenException($"{path} is cut short: it has {length} bytes; expected {expected}."),
            _ => throw new CnnGenException(
                $"{path} is neither gzip nor IDX: it begins with the bytes {Convert.ToHexString(start)}; expected {expected}."),
        };
    }

    private static (int[] Sizes, byte[] Data) ReadContent(Stream content, string path, int magic, string what)
    {
        int found = ReadNumber(content, path, what);
        if (found != magic)
        {
            string other = found switch { ImagesMagic => " (images)", LabelsMagic => " (labels)", _ => "" };
            throw new CnnGenException($"{path} has the magic number {found}{other}; expected {magic} ({what}).");
        }

        int dimensions = magic & 0xFF;
        var sizes = new int[dimensions];
        long total = 1;
        for (int i = 0; i < dimensions; i++)
        {
            sizes[i] = ReadNumber(content, path, what);
            // Three 31-bit sizes can overflow 64 bits; what is beyond the limit stays beyond it.
            total = Math.Min(Math.Min(total, Array.MaxLength + 1L) * Math.Max(sizes[i], 0), long.MaxValue);
            if (sizes[i] < 0 || total > Array.MaxLength)
            {
                string reason = sizes[i] < 0 ? "a negative size" : "more than 2 GB";
                throw new CnnGenException($"{path} says that its {what} have {reason}; it is damaged.");
            }
        }

        return (sizes, ReadData(content, path, (int)total, $"{string.Join('×', sizes)} {what}"));
    }

    // Once the decoder has all the bytes it no longer minds a missing end. A gzip file ends with the length of its content.
    private static void CheckTrailer(Stream file, string path, int length)
    {
        Span<byte> trailer = stackalloc byte[sizeof(int)];
        file.Position = file.Length - trailer.Length;
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer) != length)
        {
            throw new CnnGenException($"{path} is cut short: its gzip data have no proper end.");
        }
    }

    private static int ReadNumber(Stream content, string path, string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        return content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadInt32BigEndian(bytes)
            : throw new CnnGenException($"{path} is cut short: it ends within the IDX header of its {what}.");
    }

    // Grows with what is there, so that a false header cannot ask for gigabytes.
    private static byte[] ReadData(Stream content, string path, int expected, string what)
    {
        const int FirstBlock = 1 << 20;
        var data = new byte[Math.Min(expected, FirstBlock)];
        int length = 0;
        while (true)
        {
            length += content.ReadAtLeast(data.AsSpan(length), data.Length - length, throwOnEndOfStream: false);
            if (length < data.Length)
            {
                throw new CnnGenException($"{path} is cut short: {what} have {expected} bytes, {length} are there.");
            }

            if (length == expected)
            {
                break;
            }

            Array.Resize(ref data, (int)Math.Min(data.Length * 4L, expected));
        }

        return content.ReadByte() < 0
            ? data
            : throw new CnnGenException($"{path} is too long: {what} have {expected} bytes, more are there.");
    }
}
