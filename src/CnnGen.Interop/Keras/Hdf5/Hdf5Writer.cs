using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>
/// Writes an HDF5 file as every version of the format's library reads it: groups as lists by name, data in one piece, float32 or int32.
/// </summary>
internal sealed class Hdf5Writer
{
    private const int SuperblockSize = 96;
    private const int LeafSize = 4;
    private const int EntrySize = 40;
    private const long Nowhere = -1;

    private readonly MemoryStream _file = new();
    private readonly Dictionary<string, int> _texts = [];
    private readonly int _branches;
    private long _heap;

    private Hdf5Writer(Hdf5Item root)
    {
        // A group's list is one node of the tree, which has room for the largest one.
        _branches = Math.Max(16, (Largest(root) + (4 * LeafSize) - 1) / (4 * LeafSize));
        Write(new byte[SuperblockSize]);
        WriteTexts(root);
        long place = WriteGroup(root);
        WriteSuperblock(place);
    }

    /// <summary>The content of the file.</summary>
    public static byte[] Write(Hdf5Item root) => new Hdf5Writer(root)._file.ToArray();

    private static int Largest(Hdf5Item item) => Math.Max(item.Items.Count, item.Items.Values.Select(Largest).DefaultIfEmpty().Max());

    private void WriteSuperblock(long root)
    {
        long end = _file.Length;
        _file.Position = 0;
        Write([0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0, 8, 8, 0]);
        Numbers16(LeafSize, _branches);
        Number32(0);
        Places(0, Nowhere, end, Nowhere);
        Places(0, root, 0, 0, 0);
    }

    // All texts lie in one heap.
    private void WriteTexts(Hdf5Item root)
    {
        const int head = 16, least = 4096;
        var names = new List<string>();
        Collect(root);
        int size = head + names.Sum(static name => head + Padded(Encoding.UTF8.GetByteCount(name) + 1));
        int whole = Math.Max(least, Padded(size + head));
        _heap = _file.Position;
        Write("GCOL"u8);
        Write([1, 0, 0, 0]);
        Places(whole);
        for (int i = 0; i < names.Count; i++)
        {
            byte[] text = [.. Encoding.UTF8.GetBytes(names[i]), 0];
            Numbers16(i + 1, 1);
            Number32(0);
            Places(text.Length);
            Write(text);
            Pad();
        }

        Numbers16(0, 0);
        Number32(0);
        Places(whole - size);
        Write(new byte[whole - size - head]);

        void Collect(Hdf5Item item)
        {
            if (item.Name is { } name && _texts.TryAdd(name, _texts.Count + 1))
            {
                names.Add(name);
            }

            foreach (Hdf5Item inner in item.Items.Values)
            {
                Collect(inner);
            }
        }
    }

    private long WriteGroup(Hdf5Item group)
    {
        (string Name, long Place)[] items = [.. group.Items.Select(pair => (pair.Key, pair.Value.Shape is { } shape ? WriteDataset(pair.Value, shape) : WriteGroup(pair.Value)))];
        (long names, long[] offsets) = WriteNames(items);
        long list = WriteList(items, offsets);
        List<(int Kind, byte[] Content)> messages = [(Hdf5Object.SymbolTable, Bytes(list, names))];
        if (group.Name is { } name)
        {
            messages.Add((Hdf5Object.Attribute, Attribute(name)));
        }

        return WriteHeader(messages);
    }

    private (long Heap, long[] Offsets) WriteNames((string Name, long Place)[] items)
    {
        var names = new MemoryStream();
        names.Write(new byte[8]);
        var offsets = new long[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            offsets[i] = names.Position;
            names.Write(Encoding.UTF8.GetBytes(items[i].Name));
            names.Write(new byte[8 - (names.Position % 8)]);
        }

        long data = _file.Position;
        Write(names.ToArray());
        long heap = _file.Position;
        const long noFreeBlock = 1;
        Write("HEAP"u8);
        Write([0, 0, 0, 0]);
        Places(names.Length, noFreeBlock, data);
        return (heap, offsets);
    }

    private long WriteList((string Name, long Place)[] items, long[] offsets)
    {
        List<(long Place, long LastName)> leaves = [];
        for (int first = 0; first < items.Length; first += 2 * LeafSize)
        {
            int count = Math.Min(2 * LeafSize, items.Length - first);
            leaves.Add((_file.Position, offsets[first + count - 1]));
            Write("SNOD"u8);
            Write([1, 0]);
            Numbers16(count);
            for (int i = first; i < first + count; i++)
            {
                Places(offsets[i], items[i].Place, 0, 0, 0);
            }

            Write(new byte[((2 * LeafSize) - count) * EntrySize]);
        }

        long list = _file.Position;
        Write("TREE"u8);
        Write([0, 0]);
        Numbers16(leaves.Count);
        Places(Nowhere, Nowhere, 0);
        foreach ((long place, long lastName) in leaves)
        {
            Places(place, lastName);
        }

        Write(new byte[16 * ((2 * _branches) - leaves.Count)]);
        return list;
    }

    private long WriteDataset(Hdf5Item item, IReadOnlyList<long> shape)
    {
        bool isReal = item.Values is float[];
        long size = 4L * item.Values.Length;
        long data = size == 0 ? Nowhere : _file.Position;
        ArrayBytes.Write(_file, item.Values);
        Pad();
        byte[] type = isReal
            ? [0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]
            : [0x10, 0x08, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0];
        const int fillValue = 0x05;
        return WriteHeader(
        [
            (Hdf5Object.Dataspace, [1, (byte)shape.Count, 0, 0, 0, 0, 0, 0, .. Bytes([.. shape])]),
            (Hdf5Object.DataType, type),
            (fillValue, [2, 2, 2, 0]),
            (Hdf5Object.Layout, [3, 1, .. Bytes(data, size)]),
        ]);
    }

    private long WriteHeader(IReadOnlyList<(int Kind, byte[] Content)> messages)
    {
        long place = _file.Position;
        Write([1, 0]);
        Numbers16(messages.Count);
        Number32(1);
        Number32(messages.Sum(static message => 8 + Padded(message.Content.Length)));
        Number32(0);
        foreach ((int kind, byte[] content) in messages)
        {
            Numbers16(kind, Padded(content.Length));
            Number32(0);
            Write(content);
            Pad();
        }

        return place;
    }

    // A text of any length in UTF-8: its length, its heap and its number there.
    private byte[] Attribute(string text)
    {
        byte[] value = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(value, Encoding.UTF8.GetByteCount(text));
        BinaryPrimitives.WriteInt64LittleEndian(value.AsSpan(4), _heap);
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(12), _texts[text]);
        return
        [
            1, 0, 5, 0, 16, 0, 8, 0,
            .. "name\0\0\0\0"u8,
            0x19, 0x01, 0x01, 0, 16, 0, 0, 0, 0x13, 0x10, 0, 0, 1, 0, 0, 0,
            1, 0, 0, 0, 0, 0, 0, 0,
            .. value,
        ];
    }

    private static int Padded(int size) => (size + 7) / 8 * 8;

    private static byte[] Bytes(params long[] numbers) => MemoryMarshal.AsBytes<long>(numbers).ToArray();

    private void Pad() => Write(new byte[(8 - (_file.Position % 8)) % 8]);

    private void Write(ReadOnlySpan<byte> bytes) => _file.Write(bytes);

    private void Places(params long[] places) => Write(Bytes(places));

    private void Number32(int number) => Write(MemoryMarshal.AsBytes<int>([number]));

    private void Numbers16(params int[] numbers) => Write(MemoryMarshal.AsBytes<ushort>([.. numbers.Select(static number => checked((ushort)number))]));
}
