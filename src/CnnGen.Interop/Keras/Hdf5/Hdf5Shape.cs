namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>The dimensions of a data set or an attribute.</summary>
internal static class Hdf5Shape
{
    // HDF5's own limit.
    private const int MostDimensions = 32;

    public static long[] Read(Hdf5Cursor cursor)
    {
        int version = cursor.Byte();
        int rank = cursor.Byte();
        cursor.Skip(1);
        const int nothing = 2;
        bool isEmpty = version == 2 & cursor.Byte() == nothing;
        cursor.Skip(version == 1 ? 4 : 0);
        if (version is not (1 or 2) || rank > MostDimensions)
        {
            throw new FileFault("a shape of its HDF5 part cannot be read");
        }

        var shape = new long[rank];
        for (int i = 0; i < rank; i++)
        {
            shape[i] = cursor.Length();
        }

        return isEmpty ? [0] : shape;
    }

    /// <summary>How many values there are.</summary>
    public static long Count(IReadOnlyList<long> shape)
    {
        Int128 count = 1;
        foreach (long size in shape)
        {
            count *= size;
            if (size < 0 || count > int.MaxValue)
            {
                throw new FileFault($"a data set of {string.Join('×', shape)} values is too large");
            }
        }

        return (long)count;
    }
}
