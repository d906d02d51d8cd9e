namespace CnnGen;

/// <summary>
/// Reads IDX files, the format of MNIST and its relatives (Fashion-MNIST, KMNIST, EMNIST), compressed with gzip or not. Images have three
/// dimensions (count × height × width) or, with channels, four; labels have one. The elements can be bytes, signed bytes, shorts,
/// ints, floats or doubles. <see cref="ReadNumbers"/> reads whatever else the format can hold. A gzip file can have several members, and zero bytes behind the data are passed over.
/// <para>
/// Whatever is in a file, reading it takes no more memory than its uncompressed content has and 64 MB beyond that; what its header
/// says is believed only as far as there is content.
/// </para>
/// </summary>
public static class IdxFile
{
    // A size up to this one can be that of the channels: grey, grey and alpha, colours, colours and alpha.
    private const int MostChannels = 4;

    /// <summary>Reads a file of images and one of their labels.</summary>
    /// <param name="imagesPath">The images, <c>…-images-idx3-ubyte</c> or <c>.gz</c>.</param>
    /// <param name="labelsPath">The labels, <c>…-labels-idx1-ubyte</c> or <c>.gz</c>.</param>
    /// <param name="classes">Number of classes; labels go from <see cref="IdxOptions.FirstLabel"/>, by default 0, over as many.</param>
    /// <param name="options">What the files do not say of themselves: order of pixels, first label, value of white.</param>
    /// <exception cref="CnnGenException">A file is missing, damaged, or something else; or they do not belong together.</exception>
    public static ImageDataset Read(string imagesPath, string labelsPath, int classes, IdxOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        options ??= new IdxOptions();
        (int count, int height, int width, int channels, byte[] pixels) = ReadImages(imagesPath, options);
        int[] labels = ReadLabels(labelsPath);
        if (labels.Length != count)
        {
            throw new CnnGenException(
                $"{labelsPath} has {labels.Length} labels, but {imagesPath} has {count} images: they must be as many.");
        }

        CheckLabels(labelsPath, labels, classes, options.FirstLabel);
        return ImageDataset.FromLabels(height, width, channels, classes, pixels, Array.ConvertAll(labels, label => label - options.FirstLabel));
    }

    /// <summary>
    /// Reads images: their number, height, width, channels, and all pixels as bytes from 0 to 255, row after row, the channels of a pixel
    /// side by side.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged, too large, or something else.</exception>
    public static (int Count, int Height, int Width, int Channels, byte[] Pixels) ReadImages(string path, IdxOptions? options = null)
    {
        options ??= new IdxOptions();
        if (options.White is { } white && !(white > 0 && double.IsFinite(white)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), white, "White is a number above zero.");
        }

        int[] sizes = [];
        byte[] pixels = IdxReader.Read(path, IdxKind.Images, (header, count) =>
        {
            sizes = header.Sizes;
            return new IdxPixels(path, header, count, options.White);
        }).Pixels;
        (int height, int width, int channels, bool planes) = Shape(path, sizes, options.Format);
        if (pixels.Length == 0)
        {
            return options.Transposed ? (sizes[0], width, height, channels, pixels) : (sizes[0], height, width, channels, pixels);
        }

        int imageSize = pixels.Length / sizes[0];
        if (planes)
        {
            PixelOrder.Interleave(pixels, imageSize, channels);
        }

        if (!options.Transposed)
        {
            return (sizes[0], height, width, channels, pixels);
        }

        PixelOrder.Transpose(pixels, imageSize, height, width, channels);
        return (sizes[0], width, height, channels, pixels);
    }

    /// <summary>Reads labels as they stand in the file.</summary>
    /// <exception cref="CnnGenException">The file is missing, damaged, or something else.</exception>
    public static int[] ReadLabels(string path) =>
        IdxReader.Read(path, IdxKind.Labels, (header, count) => new IdxLabels(path, header.Element, count)).Labels;

    /// <summary>
    /// Reads numbers of any type and any number of dimensions as they stand in the file: vectors, signals, volumes, targets. The first dimension
    /// counts the examples.
    /// </summary>
    /// <exception cref="CnnGenException">The file is missing, damaged, too large, or something else.</exception>
    public static NumberArray ReadNumbers(string path) =>
        IdxReader.Read(path, IdxKind.Numbers, (header, count) => new IdxNumbers(path, header, count)).ToArray();

    private static (int Height, int Width, int Channels, bool Planes) Shape(string path, int[] sizes, DataFormat? format)
    {
        bool planes = sizes.Length == 4 && IsChannelsFirst(path, sizes, format);
        (int height, int width, int channels) = sizes switch
        {
            [_, var rows, var columns] => (rows, columns, 1),
            [_, var first, var rows, var columns] when planes => (rows, columns, first),
            [_, var rows, var columns, var last] => (rows, columns, last),
            _ => throw new InvalidOperationException("Images have three dimensions or four."),
        };
        return height > 0 && width > 0 && channels > 0
            ? (height, width, channels, planes)
            : throw new CnnGenException(sizes.Length == 3
                ? $"{path} has images of {height}×{width}; both sizes must be at least 1."
                : $"{path} has images of {height}×{width} with {channels} channels; all sizes must be at least 1.");
    }

    private static bool IsChannelsFirst(string path, int[] sizes, DataFormat? format)
    {
        bool first = sizes[1] <= MostChannels;
        bool last = sizes[3] <= MostChannels;
        return format is { } known ? known == DataFormat.ChannelsFirst
            : first != last ? first
            : throw new CnnGenException(
                $"{path} has images of {sizes[1]}×{sizes[2]}×{sizes[3]}, and which of the sizes are the channels cannot be told: set {nameof(IdxOptions)}.{nameof(IdxOptions.Format)}.");
    }

    private static void CheckLabels(string path, int[] labels, int classes, int first)
    {
        int wrong = Array.FindIndex(labels, label => label < first || label - (long)first >= classes);
        if (wrong < 0)
        {
            return;
        }

        (int least, int most) = (labels.Min(), labels.Max());
        int likely = least >= 1 && most <= classes ? 1 : least;
        string mend = most - (long)likely < classes
            ? $" The file's go from {least} to {most}: if the first class is {likely}, read them with {nameof(IdxOptions)}.{nameof(IdxOptions.FirstLabel)} = {likely}."
            : "";
        throw new CnnGenException(
            $"{path} has the label {labels[wrong]} at place {wrong}: with {classes} classes, labels go from {first} to {first + (long)classes - 1}.{mend}");
    }
}
