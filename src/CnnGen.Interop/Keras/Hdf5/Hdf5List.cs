namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>All that is in a group and in the groups in it.</summary>
internal static class Hdf5List
{
    // A group can be its own grandchild.
    private const int MaxDepth = 32;
    private const int MaxItems = 100_000;

    /// <summary>The data sets, by their places, in the order of the file.</summary>
    public static IReadOnlyList<TensorInfo> Of(Hdf5Group root)
    {
        List<TensorInfo> found = [];
        int items = 0;
        Add(root, "", 0);
        return found;

        void Add(Hdf5Group group, string place, int depth)
        {
            foreach (string name in group.Names)
            {
                if (++items > MaxItems || depth > MaxDepth)
                {
                    throw new FileFault("its HDF5 part has more groups and data sets than a model");
                }

                if (group.Group(name) is { } inner)
                {
                    Add(inner, $"{place}{name}/", depth + 1);
                }
                else if (group.Dataset(name) is { } data)
                {
                    found.Add(new TensorInfo(place + name, data.TypeName, data.Shape));
                }
            }
        }
    }
}
