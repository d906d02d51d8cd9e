namespace CnnGen;

/// <summary>Brings all images of a data set to the size or the channels that a model takes. The images are copied; labels and targets stay.</summary>
public static class ImageDatasetPictures
{
    /// <summary>The images in another size, by <see cref="Image.Resize"/>.</summary>
    /// <param name="data">The images.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <exception cref="CnnGenException">They are more than a data set holds.</exception>
    public static ImageDataset Resize(this ImageDataset data, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return Convert(data, image => image.Resize(height, width), height, width, data.Channels);
    }

    /// <summary>The images with one channel, by <see cref="Image.ToGrey"/>.</summary>
    /// <param name="data">The images.</param>
    public static ImageDataset ToGrey(this ImageDataset data) => Convert(data, static image => image.ToGrey(), data.Height, data.Width, 1);

    /// <summary>The images with three channels, by <see cref="Image.ToColour"/>.</summary>
    /// <param name="data">The images.</param>
    /// <exception cref="CnnGenException">They are more than a data set holds.</exception>
    public static ImageDataset ToColour(this ImageDataset data) => Convert(data, static image => image.ToColour(), data.Height, data.Width, 3);

    private static ImageDataset Convert(ImageDataset data, Func<Image, Image> convert, int height, int width, int channels)
    {
        ArgumentNullException.ThrowIfNull(data);
        int size = BatchBuffer.Length(height, width * channels, "values");
        var pixels = new byte[BatchBuffer.Length(data.Count, size, "bytes")];
        for (int i = 0; i < data.Count; i++)
        {
            convert(data.Images[i]).Pixels.CopyTo(pixels.AsMemory(i * size));
        }

        if (data.LabelKind == LabelKind.ClassIndex)
        {
            return ImageDataset.FromLabels(height, width, channels, data.Classes, pixels, data.Labels.ToArray()).As(data.Role);
        }

        var targets = new float[BatchBuffer.Length(data.Count, data.Targets[0].Size, "targets")];
        for (int i = 0; i < data.Count; i++)
        {
            data.TargetOf(i).CopyTo(targets.AsSpan(i * data.Targets[0].Size));
        }

        return ImageDataset.FromTargets(height, width, channels, data.Classes, data.LabelKind, pixels, targets).As(data.Role);
    }
}
