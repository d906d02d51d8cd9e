using System.Collections;

namespace CnnGen;

/// <summary>
/// Images of one size with their labels or target vectors: the simple face of <see cref="Dataset"/>. Pixels stay the bytes they are; a batch
/// is brought to 0…1 when it is needed.
/// </summary>
public sealed class ImageDataset : Dataset
{
    private const string InputName = "image";
    private const string TargetName = "label";

    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<float> _vectors;

    private ImageDataset(DataInput image, DataTarget target, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> vectors)
        : base(InputColumn.Of(image, pixels), target.Kind == LabelKind.ClassIndex ? TargetColumn.Of(target, labels) : TargetColumn.Of(target, vectors))
    {
        (_pixels, _vectors) = (pixels, vectors);
        Images = new ImageList(this);
        Labels = new LabelList(this);
    }

    private ImageDataset(ImageDataset all, int[]? order, DataRole role)
        : base(all, order, role)
    {
        (_pixels, _vectors) = (all._pixels, all._vectors);
        Images = new ImageList(this);
        Labels = new LabelList(this);
    }

    /// <summary>Rows of an image.</summary>
    public int Height => Inputs[0].Shape[0];

    /// <summary>Columns of an image.</summary>
    public int Width => Inputs[0].Shape[1];

    /// <summary>Values a pixel has.</summary>
    public int Channels => Inputs[0].Shape[2];

    /// <summary>Number of classes; for <see cref="LabelKind.Number"/> the numbers that belong to an image.</summary>
    public int Classes => Targets[0].Kind == LabelKind.Number ? Targets[0].Size : Targets[0].Classes;

    /// <summary>Whether images have a class index, a vector of one value a class, or numbers.</summary>
    public LabelKind LabelKind => Targets[0].Kind;

    /// <summary>The images.</summary>
    public IReadOnlyList<Image> Images { get; }

    /// <summary>The class of each image; empty unless <see cref="LabelKind"/> is <see cref="LabelKind.ClassIndex"/>.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The target vector of an image, where it has no class index.</summary>
    /// <param name="index">Which image.</param>
    public ReadOnlySpan<float> TargetOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return LabelKind == LabelKind.ClassIndex
            ? throw new InvalidOperationException("The images have class indices: read Labels.")
            : _vectors.Span.Slice(Place(index) * Targets[0].Size, Targets[0].Size);
    }

    /// <summary>A data set of images with a class index each.</summary>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="channels">Values a pixel has.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="pixels">All images one after the other, <c>count × height × width × channels</c> bytes. They are not copied.</param>
    /// <param name="labels">A class from 0 to <paramref name="classes"/> − 1 for each image.</param>
    /// <param name="format">The order of an image's bytes. Default: the channels of a pixel side by side. CIFAR-10's files, for one, have
    /// whole planes of a colour, <see cref="DataFormat.ChannelsFirst"/>: <c>count × channels × height × width</c>; these are copied.</param>
    /// <exception cref="CnnGenException">The numbers do not belong together, or a label is no class.</exception>
    public static ImageDataset FromLabels(
        int height, int width, int channels, int classes, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels,
        DataFormat format = DataFormat.ChannelsLast)
    {
        CheckSize(labels.Length, height, width, channels, classes, pixels.Length);
        ReadOnlyMemory<byte> ordered = InOrder(pixels, height * width * channels, channels, format);
        return new ImageDataset(new DataInput(InputName, height, width, channels), DataTarget.ClassIndex(TargetName, classes), ordered, labels, default);
    }

    /// <summary>A data set of images with a target vector each.</summary>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="channels">Values a pixel has.</param>
    /// <param name="outputs">Length of a target vector.</param>
    /// <param name="kind"><see cref="LabelKind.OneHot"/>, <see cref="LabelKind.MultiHot"/> or <see cref="LabelKind.Number"/>.</param>
    /// <param name="pixels">All images one after the other, <c>count × height × width × channels</c> bytes. They are not copied.</param>
    /// <param name="targets">All vectors, <c>count × outputs</c> finite numbers; between 0 and 1 for <see cref="LabelKind.OneHot"/>.</param>
    /// <param name="format">The order of an image's bytes, as for <see cref="FromLabels"/>.</param>
    /// <exception cref="CnnGenException">The numbers do not belong together, or a target is none; the image is named.</exception>
    public static ImageDataset FromTargets(
        int height, int width, int channels, int outputs, LabelKind kind, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<float> targets,
        DataFormat format = DataFormat.ChannelsLast)
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
        DataTarget target = kind switch
        {
            LabelKind.OneHot => DataTarget.OneHot(TargetName, outputs),
            LabelKind.MultiHot => DataTarget.MultiHot(TargetName, outputs),
            _ => DataTarget.Numbers(TargetName, outputs),
        };
        ReadOnlyMemory<byte> ordered = InOrder(pixels, height * width * channels, channels, format);
        return new ImageDataset(new DataInput(InputName, height, width, channels), target, ordered, default, targets);
    }

    /// <summary>The first <paramref name="count"/> images, or all if there are fewer.</summary>
    public override ImageDataset Take(int count) => (ImageDataset)base.Take(count);

    /// <summary>All but the first <paramref name="count"/> images.</summary>
    public override ImageDataset Skip(int count) => (ImageDataset)base.Skip(count);

    /// <summary>
    /// The same images in an order that the seed decides. Data whose labels are sorted needs it before a <see cref="Split"/> or a
    /// <see cref="Take"/>, which would leave whole classes out.
    /// </summary>
    /// <param name="seed">The same seed gives the same order, on any machine.</param>
    public override ImageDataset Shuffle(int seed) => (ImageDataset)base.Shuffle(seed);

    /// <inheritdoc/>
    public override ImageDataset Select(params ReadOnlySpan<int> indices) => (ImageDataset)base.Select(indices);

    /// <inheritdoc/>
    public override ImageDataset As(DataRole role) => (ImageDataset)base.As(role);

    /// <inheritdoc cref="Dataset.Split"/>
    public new (ImageDataset First, ImageDataset Last) Split(double fraction)
    {
        (Dataset first, Dataset last) = base.Split(fraction);
        return ((ImageDataset)first, (ImageDataset)last);
    }

    private protected override Dataset View(int[]? order, DataRole role) => new ImageDataset(this, order, role);

    private static void CheckSize(int count, int height, int width, int channels, int classes, int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Int128 size = (Int128)height * width * channels;
        Int128 expected = size * count;
        if (expected > Array.MaxLength || size > Array.MaxLength)
        {
            throw new CnnGenException(
                $"{count} images of {height}×{width}×{channels} have {expected} bytes, but a data set holds at most {Array.MaxLength} (2 GB): take fewer or smaller images.");
        }

        if (expected != pixels)
        {
            throw new CnnGenException(
                $"{count} images of {height}×{width}×{channels} have {expected} bytes, not {pixels}: images and labels must be as many.");
        }
    }

    private static ReadOnlyMemory<byte> InOrder(ReadOnlyMemory<byte> pixels, int imageSize, int channels, DataFormat format)
    {
        if (format == DataFormat.ChannelsLast)
        {
            return pixels;
        }

        byte[] copy = pixels.ToArray();
        PixelOrder.Interleave(copy, imageSize, channels);
        return copy;
    }

    private sealed class ImageList(ImageDataset data) : IReadOnlyList<Image>
    {
        public int Count => data.Count;

        public Image this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)data.Count, nameof(index));
                int size = data.Inputs[0].Size;
                return new Image(data.Height, data.Width, data.Channels, data._pixels.Slice(data.Place(index) * size, size));
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

    private sealed class LabelList(ImageDataset data) : IReadOnlyList<int>
    {
        public int Count => data.LabelKind == LabelKind.ClassIndex ? data.Count : 0;

        public int this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
                return data.ColumnOf(0)!.LabelOf(data.Place(index));
            }
        }

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
