using System.Text;

namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>Which names a group has, and where what they stand for begins.</summary>
internal static class Hdf5Links
{
    private const int LongestName = 4096;

    public static Dictionary<string, long> Of(Hdf5Bytes bytes, Hdf5Object group)
    {
        var links = new Dictionary<string, long>(StringComparer.Ordinal);
        if (group.Find(Hdf5Object.SymbolTable) is { } table)
        {
            ReadTable(bytes, table, links);
        }

        foreach ((long place, _) in group.All(Hdf5Object.Link))
        {
            ReadLink(bytes, place, links);
        }

        if (group.Find(Hdf5Object.LinkInfo) is { } info && HasHeap(bytes, info))
        {
            throw new FileFault("a group is kept in a way that Keras does not use (dense links); save it again with h5py's default settings");
        }

        return links;
    }

    private static void ReadTable(Hdf5Bytes bytes, long table, Dictionary<string, long> links)
    {
        Hdf5Cursor cursor = bytes.At(table);
        long root = cursor.Offset();
        Hdf5Cursor heap = bytes.At(cursor.Offset());
        heap.Expect("HEAP"u8, "a group's names");
        heap.Skip(4);
        long size = heap.Length();
        heap.Skip(bytes.LengthSize);
        long names = heap.Offset();
        bytes.Piece(names, size);

        var open = new Stack<long>([root]);
        while (open.TryPop(out long node))
        {
            ReadNode(bytes, node, open, entry => links[Name(bytes, names, size, entry.Name)] = entry.Place);
        }
    }

    private static void ReadNode(Hdf5Bytes bytes, long node, Stack<long> open, Action<(long Name, long Place)> add)
    {
        Hdf5Cursor cursor = bytes.At(node);
        if (bytes.Piece(node, 4).SequenceEqual("SNOD"u8))
        {
            cursor.Skip(6);
            int count = cursor.UInt16();
            for (int i = 0; i < count; i++)
            {
                bytes.Spend((2 * bytes.OffsetSize) + 24);
                long name = cursor.Offset();
                long place = cursor.Offset();
                const int soft = 2;
                if (cursor.UInt32() != soft)
                {
                    add((name, place));
                }

                cursor.Skip(20);
            }

            return;
        }

        cursor.Expect("TREE"u8, "a group's list");
        cursor.Skip(2);
        int children = cursor.UInt16();
        cursor.Skip(2 * bytes.OffsetSize);
        for (int i = 0; i < children; i++)
        {
            bytes.Spend(bytes.OffsetSize + bytes.LengthSize);
            cursor.Skip(bytes.LengthSize);
            open.Push(cursor.Offset());
        }
    }

    private static string Name(Hdf5Bytes bytes, long names, long size, long place)
    {
        if (place < 0 || place >= size)
        {
            throw new FileFault("a group's name is not where its HDF5 part says");
        }

        ReadOnlySpan<byte> text = bytes.Piece(names + place, Math.Min(size - place, LongestName));
        int length = text.IndexOf((byte)0);
        bytes.Spend(length < 0 ? text.Length : length);
        return length < 0 ? throw new FileFault("a group's name has no end") : Encoding.UTF8.GetString(text[..length]);
    }

    private static void ReadLink(Hdf5Bytes bytes, long place, Dictionary<string, long> links)
    {
        const int HasKind = 0x08, HasOrder = 0x04, HasCharacters = 0x10, SizeOfLength = 0x03;
        Hdf5Cursor cursor = bytes.At(place);
        cursor.Skip(1);
        int flags = cursor.Byte();
        int kind = (flags & HasKind) == 0 ? 0 : cursor.Byte();
        cursor.Skip(((flags & HasOrder) == 0 ? 0 : 8) + ((flags & HasCharacters) == 0 ? 0 : 1));
        long length = cursor.Number(1 << (flags & SizeOfLength));
        if (length is < 0 or > LongestName)
        {
            throw new FileFault("a group's name has no end");
        }

        string name = cursor.Text(length);
        if (kind == 0)
        {
            links[name] = cursor.Offset();
        }
    }

    private static bool HasHeap(Hdf5Bytes bytes, long info)
    {
        Hdf5Cursor cursor = bytes.At(info);
        cursor.Skip(1);
        bool hasOrder = (cursor.Byte() & 1) != 0;
        cursor.Skip(hasOrder ? 8 : 0);
        return cursor.Offset() != Hdf5Cursor.Nowhere;
    }
}
