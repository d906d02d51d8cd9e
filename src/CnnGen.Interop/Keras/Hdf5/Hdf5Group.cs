namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>A folder in an HDF5 file.</summary>
internal sealed class Hdf5Group
{
    private readonly Hdf5Bytes _bytes;
    private readonly Hdf5Heaps _heaps;
    private readonly Hdf5Object _object;
    private readonly Dictionary<string, long> _links;
    private readonly Dictionary<string, Hdf5Group> _groups = [];
    private readonly string _path;

    private Hdf5Group(Hdf5Bytes bytes, Hdf5Heaps heaps, Hdf5Object found, string path)
    {
        (_bytes, _heaps, _object, _path) = (bytes, heaps, found, path);
        _links = Hdf5Links.Of(bytes, found);
    }

    /// <summary>The names in it.</summary>
    public IReadOnlyCollection<string> Names => _links.Keys;

    /// <summary>Whether these bytes begin as an HDF5 file does.</summary>
    public static bool IsSignature(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A]);

    /// <summary>The outermost group of a file.</summary>
    public static Hdf5Group Root(byte[] content)
    {
        var bytes = new Hdf5Bytes(content);
        if (!IsSignature(content))
        {
            throw new FileFault("its weights are no HDF5 file");
        }

        Hdf5Cursor cursor = bytes.At(8);
        int version = cursor.Byte();
        bool isOld = version < 2;
        cursor.Skip(isOld ? 4 : 0);
        (bytes.OffsetSize, bytes.LengthSize) = (cursor.Byte(), cursor.Byte());
        if (version > 3 || bytes.OffsetSize is not (4 or 8) || bytes.LengthSize is not (4 or 8))
        {
            throw new FileFault("its weights are in a version of HDF5 that is not known");
        }

        cursor.Skip(isOld ? 9 + (version * 4) : 1);
        if (cursor.Offset() != 0)
        {
            throw new FileFault("its HDF5 part does not begin where the file does");
        }

        cursor.Skip((isOld ? 4 : 2) * bytes.OffsetSize);
        return new Hdf5Group(bytes, new Hdf5Heaps(bytes), new Hdf5Object(bytes, cursor.Offset()), "");
    }

    /// <summary>A group in it; <see langword="null"/> where there is none of that name.</summary>
    public Hdf5Group? Group(string name)
    {
        if (_groups.TryGetValue(name, out Hdf5Group? known))
        {
            return known;
        }

        return Object(name) is { } found && found.Find(Hdf5Object.Layout) is null
            ? _groups[name] = new Hdf5Group(_bytes, _heaps, found, $"{_path}{name}/")
            : null;
    }

    /// <summary>A data set in it, or in groups in it where the name has slashes; <see langword="null"/> where there is none of that name.</summary>
    public Hdf5Dataset? Dataset(string name)
    {
        Hdf5Group? group = this;
        string[] parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length - 1 && group is not null; i++)
        {
            group = group.Group(parts[i]);
        }

        return parts.Length > 0 && group?.Object(parts[^1]) is { } found && found.Find(Hdf5Object.Layout) is not null
            ? new Hdf5Dataset(_bytes, found, $"{_path}{name}")
            : null;
    }

    /// <summary>The texts of an attribute; <see langword="null"/> where there is none of that name.</summary>
    public IReadOnlyList<string>? Texts(string attribute) => Hdf5Attribute.Texts(_bytes, _object, attribute, _heaps);

    private Hdf5Object? Object(string name) => _links.TryGetValue(name, out long place) ? new Hdf5Object(_bytes, place) : null;
}
