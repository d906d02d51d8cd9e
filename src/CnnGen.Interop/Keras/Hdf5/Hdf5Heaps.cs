namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>Texts of any length, which lie in heaps of their own.</summary>
internal sealed class Hdf5Heaps(Hdf5Bytes bytes)
{
    private readonly Dictionary<long, Dictionary<int, (long Place, long Size)>> _heaps = [];

    /// <summary>A text of so many bytes.</summary>
    public string Text(long heap, int index, long length)
    {
        if (!_heaps.TryGetValue(heap, out Dictionary<int, (long Place, long Size)>? items))
        {
            _heaps[heap] = items = Read(heap);
        }

        return items.TryGetValue(index, out var item) && length <= item.Size
            ? bytes.At(item.Place).Text(length)
            : throw new FileFault("a text is not where its HDF5 part says");
    }

    private Dictionary<int, (long Place, long Size)> Read(long heap)
    {
        const int Head = 16;
        Hdf5Cursor cursor = bytes.At(heap);
        cursor.Expect("GCOL"u8, "a heap of texts");
        cursor.Skip(4);
        long size = cursor.Length();
        bytes.Piece(heap, size);
        bytes.Spend(size);
        var items = new Dictionary<int, (long Place, long Size)>();
        while (cursor.Place + Head <= heap + size)
        {
            int index = cursor.UInt16();
            cursor.Skip(6);
            long length = cursor.Length();
            if (index == 0)
            {
                break;
            }

            items[index] = (cursor.Place, length);
            cursor.Skip(Math.Min((length + 7) / 8 * 8, heap + size - cursor.Place));
        }

        return items;
    }
}
