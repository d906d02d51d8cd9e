namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>What is to be written into an HDF5 file: a group with items in it, or a data set.</summary>
internal sealed class Hdf5Item
{
    private readonly SortedDictionary<string, Hdf5Item> _items = new(StringComparer.Ordinal);

    /// <summary>The items of a group, by name.</summary>
    public IReadOnlyDictionary<string, Hdf5Item> Items => _items;

    /// <summary>The text of the attribute <c>name</c>; <see langword="null"/> for none.</summary>
    public string? Name { get; init; }

    /// <summary>The dimensions of a data set; <see langword="null"/> for a group.</summary>
    public IReadOnlyList<long>? Shape { get; private init; }

    /// <summary>The values of a data set: <c>float[]</c>, or <c>int[]</c>.</summary>
    public Array Values { get; private init; } = Array.Empty<float>();

    public static Hdf5Item Dataset(IReadOnlyList<long> shape, Array values) => new() { Shape = shape, Values = values };

    /// <summary>Puts an item into the group and gives it back.</summary>
    public Hdf5Item Add(string name, Hdf5Item item)
    {
        _items.Add(name, item);
        return item;
    }
}
