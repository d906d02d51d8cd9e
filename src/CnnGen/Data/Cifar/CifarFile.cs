namespace CnnGen;

/// <summary>
/// Reads the binary files of CIFAR-10 and CIFAR-100: records of one label, or a coarse and a fine one, and 32×32 pixels as a red, a green and a
/// blue plane.
/// </summary>
public static class CifarFile
{
    internal const int Side = 32;
    internal const int Channels = 3;
    private const int PictureSize = Side * Side * Channels;

    /// <summary>Reads a file of CIFAR-10.</summary>
    /// <param name="path">The file: <c>data_batch_1.bin</c>.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged; a label that is no class is named with its place.</exception>
    public static ImageDataset Read10(string path) => Read([path], 1, 0, 10);

    /// <summary>Reads a file of CIFAR-100.</summary>
    /// <param name="path">The file: <c>train.bin</c>.</param>
    /// <param name="coarse">Whether to take the 20 kinds of things as classes in place of the 100 things.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged; a label that is no class is named with its place.</exception>
    public static ImageDataset Read100(string path, bool coarse = false) => Read([path], 2, coarse ? 0 : 1, coarse ? 20 : 100);

    /// <summary>Reads files one after the other.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="labels">Labels of a record.</param>
    /// <param name="label">Which of them is taken.</param>
    /// <param name="classes">How many classes it tells apart.</param>
    internal static ImageDataset Read(IReadOnlyList<string> paths, int labels, int label, int classes)
    {
        byte[][] files = [.. paths.Select(path => ReadBytes(path, labels + PictureSize))];
        int recordSize = labels + PictureSize;
        long count = files.Sum(file => (long)file.Length / recordSize);
        if (count * PictureSize > Array.MaxLength)
        {
            throw new CnnGenException($"{paths[0]} and its like have {count} images, more than a data set holds (2 GB): take fewer files.");
        }

        var pixels = new byte[count * PictureSize];
        var kinds = new int[count];
        int place = 0;
        for (int i = 0; i < files.Length; i++)
        {
            for (int start = 0; start < files[i].Length; start += recordSize, place++)
            {
                kinds[place] = files[i][start + label];
                if (kinds[place] >= classes)
                {
                    throw new CnnGenException(
                        $"{paths[i]} has the label {kinds[place]} in image {start / recordSize}, but there are {classes} classes: it is damaged, or a file of the other CIFAR.");
                }

                files[i].AsSpan(start + labels, PictureSize).CopyTo(pixels.AsSpan(place * PictureSize));
            }
        }

        PixelOrder.Interleave(pixels, PictureSize, Channels);
        return ImageDataset.FromLabels(Side, Side, Channels, classes, pixels, kinds);
    }

    private static byte[] ReadBytes(string path, int recordSize) => InputFile.Read(path, "a binary file of CIFAR", file =>
    {
        long length = file.Length;
        if (length == 0 || length % recordSize != 0)
        {
            throw new CnnGenException(
                $"{path} has {length} bytes, no whole number of images of {recordSize} bytes each: it is cut short, or no binary file of this CIFAR. Take the 'binary version'.");
        }

        if (length > Array.MaxLength)
        {
            throw new CnnGenException($"{path} has {length} bytes, but at most {Array.MaxLength} (2 GB) can be held: it is no file of CIFAR.");
        }

        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return bytes;
    });
}
