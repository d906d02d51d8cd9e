namespace CnnGen.Pictures;

/// <summary>
/// Pictures and a mask for each, which says of every pixel what it is: two folders whose files have the same names but for the ending. A mask is a
/// PNG or BMP whose values, grey with up to 16 bits or places in a palette, are class indices as they stand in the file, or are mapped to these; it
/// has neither colours nor alpha, and is no JPEG, which does not keep values. Pictures are decoded when they are needed, from
/// several threads at once. Make a <see cref="Dataset"/> of it.
/// </summary>
public sealed class PictureMasks : IExampleSource
{
    private readonly string[] _pictures;
    private readonly string[] _masks;
    private readonly PictureForm _form;
    private readonly MaskValues _values;

    private PictureMasks(string[] pictures, string[] masks, PictureForm form, MaskValues values)
    {
        (_pictures, _masks, _form, _values) = (pictures, masks, form, values);
        Image first = form.Read(pictures[0]);
        var target = DataTarget.ClassIndex("mask", values.Classes, first.Height, first.Width);
        Inputs = [new DataInput("image", first.Height, first.Width, first.Channels)];
        Targets = [values.IgnoredClass is { } ignored ? target.Ignoring(ignored) : target];
    }

    /// <summary>The pictures' files, by example.</summary>
    public IReadOnlyList<string> Files => _pictures;

    /// <inheritdoc/>
    public int Count => _pictures.Length;

    /// <summary>The picture, <c>image</c>: as large and with as many channels as the first one, unless that is brought to something else.</summary>
    public IReadOnlyList<DataInput> Inputs { get; }

    /// <summary>The classes of its pixels, <c>mask</c>.</summary>
    public IReadOnlyList<DataTarget> Targets { get; }

    /// <summary>Lists pictures and masks and reads the first picture.</summary>
    /// <param name="pictures">The folder of the pictures.</param>
    /// <param name="masks">The folder of the masks; a picture <c>cat.jpg</c> has the mask <c>cat.png</c>.</param>
    /// <param name="classes">Number of classes; a mask has values from 0 to <paramref name="classes"/> − 1 unless they are mapped.</param>
    /// <exception cref="CnnGenException">A folder is missing, there are no pictures, or a picture has no mask or a mask no picture.</exception>
    public static PictureMasks Open(string pictures, string masks, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Dictionary<string, string> ofPictures = ByName(pictures);
        Dictionary<string, string> ofMasks = ByName(masks);
        if (ofPictures.Count == 0)
        {
            throw new CnnGenException($"{pictures} has no PNG, JPEG or BMP files.");
        }

        if (ofPictures.Keys.FirstOrDefault(name => !ofMasks.ContainsKey(name)) is { } alone)
        {
            throw new CnnGenException($"{ofPictures[alone]} has no mask: {masks} has no {alone}.png. Names must be the same but for the ending.");
        }

        return ofMasks.Keys.FirstOrDefault(name => !ofPictures.ContainsKey(name)) is { } over
            ? throw new CnnGenException($"{ofMasks[over]} has no picture: {pictures} has no file of the name {over}. Names must be the same but for the ending.")
            : new PictureMasks(
                [.. ofPictures.Values], [.. ofPictures.Keys.Select(name => ofMasks[name])], PictureForm.AsItIs, new MaskValues(classes, null, null));
    }

    /// <summary>The same with a value of the masks that stands for no class, often 255: such pixels count neither in the loss nor in the measures.</summary>
    /// <param name="value">The value, as it stands in the masks. It is the target's ignored class too, unless a class has that index: then that is 255, or
    /// the number of classes where there are more than that.</param>
    public PictureMasks Ignoring(int value) => new(_pictures, _masks, _form, _values with { Ignored = value });

    /// <summary>The same with other values in the masks: of each class the value that stands for it, <c>0, 128, 255</c> for three.</summary>
    /// <param name="values">A value for each class, in their order.</param>
    public PictureMasks WithValues(params ReadOnlySpan<ushort> values) => values.Length == _values.Classes
        ? new(_pictures, _masks, _form, _values with { OfClasses = values.ToArray() })
        : throw new ArgumentException($"{_values.Classes} classes have as many values, not {values.Length}.", nameof(values));

    /// <summary>The same in one size: pictures by <see cref="Image.Resize"/>, masks by the nearest pixel.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public PictureMasks Resize(int height, int width) => With(_form.Resize(height, width));

    /// <summary>The same with pictures of one channel.</summary>
    public PictureMasks ToGrey() => With(_form with { Channels = 1 });

    /// <summary>The same with pictures of three channels.</summary>
    public PictureMasks ToColour() => With(_form with { Channels = 3 });

    /// <inheritdoc/>
    public void Read(int index, ExampleWriter example)
    {
        DecodedPicture mask = PictureFile.ReadValues(_masks[index]);
        PictureSize size = _form.Size is null ? default : PictureFile.ReadSize(_pictures[index]);
        PixelValues.Copy(_form.Read(_pictures[index], Inputs[0], _pictures[0]), example.Input());
        (int height, int width) = size == default ? new PictureSize(Inputs[0].Shape[0], Inputs[0].Shape[1]) : size;
        if (mask.Height != height || mask.Width != width)
        {
            throw new CnnGenException($"{_masks[index]} has {mask.Width}×{mask.Height} pixels, but {_pictures[index]} has {width}×{height}: a mask is as large as its picture.");
        }

        _values.Copy(_masks[index], mask, Inputs[0].Shape[0], Inputs[0].Shape[1], example.Labels());
    }

    private PictureMasks With(PictureForm form) => new(_pictures, _masks, form, _values);

    private static Dictionary<string, string> ByName(string folder)
    {
        var files = new Dictionary<string, string>();
        foreach (string path in FolderList.Pictures(folder))
        {
            if (!files.TryAdd(Path.GetFileNameWithoutExtension(path), path))
            {
                throw new CnnGenException($"{files[Path.GetFileNameWithoutExtension(path)]} and {path} have the same name but for the ending: which of them is meant cannot be told.");
            }
        }

        return files;
    }
}
