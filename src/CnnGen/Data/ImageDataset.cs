using System.Collections;

namespace CnnGen;

/// <summary>
/// Images of one size with their labels or target vectors. Pixels stay the bytes they are; a batch is brought to 0…1 when it is
/// needed. <see cref="Take"/>, <see cref="Skip"/> and <see cref="Split"/> give views, not copies.
/// </summary>
public sealed class ImageDataset
{
    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<int> _labels;
    private readonly ReadOnlyMemory<float> _targets;

    private ImageDataset(
        int count, int height, int width, int channels, int classes, LabelKind kind,
        ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> targets)
    {
        Count = count;
        Height = height;
        Width = width;
        Channels = channels;
        Classes = classes;
        LabelKind = kind;
        _pixels = pixels;
        _labels = labels;
        _targets = targets;
        Images = new ImageList(this);
        Labels = new LabelList(labels);
    }

    /// <summary>Number of images.</summary>
    public int Count { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>Values a pixel has.</summary>
    public int Channels { get; }

    /// <summary>Number of classes; for <see cref="LabelKind.Number"/> the numbers that belong to an image.</summary>
    public int Classes { get; }

    /// <summary>Whether images have a class index, a vector of one value a class, or numbers.</summary>
    public LabelKind LabelKind { get; }

    /// <summary>The images.</summary>
    public IReadOnlyList<Image> Images { get; }

    /// <summary>The class of each image; empty unless <see cref="LabelKind"/> is <see cref="LabelKind.ClassIndex"/>.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The target vectors one after the other, <c>Count × Classes</c>; empty if there are <see cref="Labels"/>.</summary>
    public ReadOnlyMemory<float> Targets => _targets;

    /// <summary>Values of one image.</summary>
    internal int ImageSize => Height * Width * Channels;

    /// <summary>A data set of images with a class index each.</summary>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="channels">Values a pixel has.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="pixels">All images, <c>count × height × width × channels</c>.</param>
    /// <param name="labels">A class from 0 to <paramref name="classes"/> − 1 for each image.</param>
    public static ImageDataset FromLabels(
        int height, int width, int channels, int classes, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels)
    {
        CheckSize(labels.Length, height, width, channels, classes, pixels.Length);
        ReadOnlySpan<int> values = labels.Span;
        for (int i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)classes)
            {
                throw new CnnGenException(
                    $"Label {values[i]} of image {i} is no class: with {classes} classes, labels go from 0 to {classes - 1}.");
            }
        }

        return new ImageDataset(labels.Length, height, width, channels, classes, LabelKind.ClassIndex, pixels, labels, default);
    }

    /// <summary>A data set of images with a target vector each.</summary>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="channels">Values a pixel has.</param>
    /// <param name="outputs">Length of a target vector.</param>
    /// <param name="kind"><see cref="LabelKind.OneHot"/> or <see cref="LabelKind.Number"/>.</param>
    /// <param name="pixels">All images, <c>count × height × width × channels</c>.</param>
    /// <param name="targets">All vectors, <c>count × outputs</c>.</param>
    public static ImageDataset FromTargets(
        int height, int width, int channels, int outputs, LabelKind kind, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<float> targets)
    {
        if (kind == LabelKind.ClassIndex)
        {
            throw new ArgumentException("Class indices are labels, not target vectors: use FromLabels.", nameof(kind));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (targets.Length % outputs != 0)
        {
            throw new CnnGenException($"{targets.Length} target values cannot be split into vectors of {outputs}.");
        }

        int count = targets.Length / outputs;
        CheckSize(count, height, width, channels, outputs, pixels.Length);
        return new ImageDataset(count, height, width, channels, outputs, kind, pixels, default, targets);
    }

    /// <summary>The first <paramref name="count"/> images, or all if there are fewer.</summary>
    public ImageDataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Slice(0, Math.Min(count, Count));
    }

    /// <summary>All but the first <paramref name="count"/> images.</summary>
    public ImageDataset Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int start = Math.Min(count, Count);
        return Slice(start, Count - start);
    }

    /// <summary>
    /// Splits off the last share of the images, as Keras does for <c>validation_split</c>: the first part has
    /// ⌊count · (1 − fraction)⌋ images.
    /// </summary>
    /// <param name="fraction">The share of the second part, from 0 up to, but not including, 1.</param>
    public (ImageDataset First, ImageDataset Last) Split(double fraction)
    {
        if (!(fraction is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A share is at least 0 and below 1.");
        }

        int first = (int)Math.Floor(Count * (1 - fraction));
        return (Take(first), Skip(first));
    }

    internal ReadOnlySpan<byte> PixelsOf(int index) => _pixels.Span.Slice(index * ImageSize, ImageSize);

    internal int LabelOf(int index) => _labels.Span[index];

    internal ReadOnlySpan<float> TargetOf(int index) => _targets.Span.Slice(index * Classes, Classes);

    private ImageDataset Slice(int start, int count) => new(
        count, Height, Width, Channels, Classes, LabelKind,
        _pixels.Slice(start * ImageSize, count * ImageSize),
        LabelKind == LabelKind.ClassIndex ? _labels.Slice(start, count) : default,
        LabelKind == LabelKind.ClassIndex ? default : _targets.Slice(start * Classes, count * Classes));

    private static void CheckSize(int count, int height, int width, int channels, int classes, int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        long expected = (long)count * height * width * channels;
        if (expected != pixels)
        {
            throw new CnnGenException(
                $"{count} images of {height}×{width}×{channels} have {expected} bytes, not {pixels}: images and labels must be as many.");
        }
    }

    private sealed class ImageList(ImageDataset data) : IReadOnlyList<Image>
    {
        public int Count => data.Count;

        public Image this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)data.Count, nameof(index));
                return new Image(data.Height, data.Width, data.Channels, data._pixels.Slice(index * data.ImageSize, data.ImageSize));
            }
        }

        public IEnumerator<Image> GetEnumerator()
        {
            for (int i = 0; i < data.Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class LabelList(ReadOnlyMemory<int> labels) : IReadOnlyList<int>
    {
        public int Count => labels.Length;

        public int this[int index] => labels.Span[index];

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < labels.Length; i++)
            {
                yield return labels.Span[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
