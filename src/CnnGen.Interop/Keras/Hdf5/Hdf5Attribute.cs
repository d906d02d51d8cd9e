namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>Texts that are attached to a group.</summary>
internal static class Hdf5Attribute
{
    /// <summary>The texts of an attribute; <see langword="null"/> where there is none of that name.</summary>
    public static IReadOnlyList<string>? Texts(Hdf5Bytes bytes, Hdf5Object owner, string name, Hdf5Heaps heaps)
    {
        foreach ((long place, _) in owner.All(Hdf5Object.Attribute))
        {
            if (Read(bytes, place, name, heaps) is { } texts)
            {
                return texts;
            }
        }

        return null;
    }

    private static List<string>? Read(Hdf5Bytes bytes, long place, string wanted, Hdf5Heaps heaps)
    {
        Hdf5Cursor cursor = bytes.At(place);
        int version = cursor.Byte();
        cursor.Skip(1);
        (int nameSize, int typeSize, int shapeSize) = (cursor.UInt16(), cursor.UInt16(), cursor.UInt16());
        cursor.Skip(version == 3 ? 1 : 0);
        int step = version == 1 ? 8 : 1;
        if (version is < 1 or > 3)
        {
            throw new FileFault("an attribute of its HDF5 part cannot be read");
        }

        Hdf5Cursor name = cursor;
        cursor.Skip(Padded(nameSize, step));
        if (name.Text(nameSize) != wanted)
        {
            return null;
        }

        Hdf5Type type = Hdf5Type.Read(cursor);
        cursor.Skip(Padded(typeSize, step));
        long count = Hdf5Shape.Count(Hdf5Shape.Read(cursor));
        cursor.Skip(Padded(shapeSize, step));

        // An empty list is one of numbers.
        return count == 0 ? [] : type.IsText ? Texts(bytes, cursor, type, count, heaps) : throw new FileFault($"its attribute '{wanted}' is no text");
    }

    private static List<string> Texts(Hdf5Bytes bytes, Hdf5Cursor cursor, Hdf5Type type, long count, Hdf5Heaps heaps)
    {
        var texts = new List<string>();
        for (long i = 0; i < count; i++)
        {
            if (type.Class == Hdf5Class.Text)
            {
                texts.Add(cursor.Text(type.Size));
                continue;
            }

            bytes.Spend(8 + bytes.OffsetSize);
            long length = cursor.UInt32();
            long heap = cursor.Offset();
            int index = (int)(cursor.UInt32() & int.MaxValue);
            texts.Add(length == 0 ? "" : heaps.Text(heap, index, length));
        }

        return texts;
    }

    private static int Padded(int size, int step) => (size + step - 1) / step * step;
}
