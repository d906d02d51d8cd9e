namespace CnnGen.Pictures;

/// <summary>
/// A folder of pictures with a sub-folder for each class. Pictures are decoded when they are needed, from several threads at once, so there can be
/// more of them than memory holds. Make a <see cref="Dataset"/> of it.
/// </summary>
public sealed class PictureFolder : IExampleSource
{
    private readonly string[] _paths;
    private readonly int[] _labels;
    private readonly PictureForm _form;

    private PictureFolder(string[] paths, int[] labels, IReadOnlyList<string> classes, PictureForm form)
    {
        (_paths, _labels, Classes, _form) = (paths, labels, classes, form);
        Image first = form.Read(paths[0]);
        Inputs = [new DataInput("image", first.Height, first.Width, first.Channels)];
        Targets = [DataTarget.ClassIndex("label", classes.Count)];
    }

    /// <summary>The names of the classes, by class index: those of the sub-folders in ordinal order, unless they were named when it was opened.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The files, by example.</summary>
    public IReadOnlyList<string> Files => _paths;

    /// <summary>The class of each example.</summary>
    public IReadOnlyList<int> Labels => _labels;

    /// <inheritdoc/>
    public int Count => _paths.Length;

    /// <summary>The picture, <c>image</c>: as large and with as many channels as the first one, unless that is brought to something else.</summary>
    public IReadOnlyList<DataInput> Inputs { get; }

    /// <summary>The class, <c>label</c>.</summary>
    public IReadOnlyList<DataTarget> Targets { get; }

    /// <summary>Lists the pictures and reads the first one. The classes are those that have a sub-folder.</summary>
    /// <param name="folder">The folder. Files beside its sub-folders, hidden ones, and files that are no PNG, JPEG or BMP by their names are passed over.</param>
    /// <exception cref="CnnGenException">There is no such folder, it has no sub-folders, one has no pictures, or the first picture is damaged.</exception>
    public static PictureFolder Open(string folder)
    {
        string[] folders = Folders(folder);
        string[][] paths = [.. folders.Select(FolderList.Pictures)];
        int empty = Array.FindIndex(paths, static of => of.Length == 0);
        if (empty >= 0)
        {
            throw new CnnGenException($"{folders[empty]} has no PNG, JPEG or BMP files: it would be a class without examples. Take it out, or put pictures in.");
        }

        return Of(paths, [.. folders.Select(static path => Path.GetFileName(path))]);
    }

    /// <summary>
    /// The same with the classes of another folder, that of the pictures to train with: a class has the same index in both, whether or not there
    /// are pictures of it in this one.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="classes">The names of the classes, by class index: <see cref="Classes"/> of the other folder.</param>
    /// <exception cref="CnnGenException">There is no such folder, it has no sub-folders or one that is no class, it has no pictures, or the first picture is damaged.</exception>
    public static PictureFolder Open(string folder, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count == 0 || classes.Distinct().Count() < classes.Count)
        {
            throw new ArgumentException(classes.Count == 0 ? "Name one class or more." : "A class is named twice.", nameof(classes));
        }

        string[] folders = Folders(folder);
        if (Array.Find(folders, path => !classes.Contains(Path.GetFileName(path))) is { } unknown)
        {
            string nearest = NearestName.Of(Path.GetFileName(unknown), classes) is { } near ? $" Did you mean '{near}'?" : "";
            throw new CnnGenException($"{unknown} is none of the {classes.Count} classes, {string.Join(", ", classes.Take(20).Select(static name => $"'{name}'"))}{(classes.Count > 20 ? " and more" : "")}.{nearest}");
        }

        string[][] paths = [.. classes.Select(name => Array.Find(folders, path => Path.GetFileName(path) == name) is { } found ? FolderList.Pictures(found) : [])];
        return Array.Exists(paths, static of => of.Length > 0)
            ? Of(paths, [.. classes])
            : throw new CnnGenException($"{folder} has no PNG, JPEG or BMP files in its sub-folders.");
    }

    /// <summary>The same pictures in one size, each by <see cref="Image.Resize"/>.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public PictureFolder Resize(int height, int width) => With(_form.Resize(height, width));

    /// <summary>The same pictures with one channel, by <see cref="Image.ToGrey"/>.</summary>
    public PictureFolder ToGrey() => With(_form with { Channels = 1 });

    /// <summary>The same pictures with three channels, by <see cref="Image.ToColour"/>.</summary>
    public PictureFolder ToColour() => With(_form with { Channels = 3 });

    /// <summary>Reads all pictures into memory.</summary>
    /// <exception cref="CnnGenException">A picture is damaged or has another size, or they are more than a data set holds.</exception>
    public ImageDataset Load()
    {
        int size = Inputs[0].Size;
        if ((long)size * Count > Array.MaxLength)
        {
            throw new CnnGenException($"{Count} pictures of {Inputs[0]} are more than a data set holds (2 GB): make a Dataset of the folder itself, which reads them when they are needed.");
        }

        var pixels = new byte[size * Count];
        for (int i = 0; i < Count; i++)
        {
            _form.Read(_paths[i], Inputs[0], _paths[0]).Pixels.CopyTo(pixels.AsMemory(i * size));
        }

        return ImageDataset.FromLabels(Inputs[0].Shape[0], Inputs[0].Shape[1], Inputs[0].Shape[2], Classes.Count, pixels, _labels);
    }

    /// <inheritdoc/>
    public void Read(int index, ExampleWriter example)
    {
        PixelValues.Copy(_form.Read(_paths[index], Inputs[0], _paths[0]), example.Input());
        example.Labels()[0] = _labels[index];
    }

    /// <inheritdoc/>
    public int? ClassOf(int index, int target) => _labels[index];

    private static string[] Folders(string folder) => FolderList.Folders(folder) is [_, ..] folders
        ? folders
        : throw new CnnGenException($"{folder} has no sub-folders: put the pictures of each class into one of its own.");

    private static PictureFolder Of(string[][] paths, IReadOnlyList<string> classes) => new(
        [.. paths.SelectMany(static of => of)],
        [.. paths.SelectMany(static (of, label) => Enumerable.Repeat(label, of.Length))],
        classes,
        PictureForm.AsItIs);

    private PictureFolder With(PictureForm form) => new(_paths, _labels, Classes, form);
}
