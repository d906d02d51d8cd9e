namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>What all that is in an HDF5 file begins with: a header of messages, which say what it is.</summary>
internal sealed class Hdf5Object
{
    /// <summary>The kinds of messages that are read.</summary>
    public const int Dataspace = 0x01, LinkInfo = 0x02, DataType = 0x03, Link = 0x06, Layout = 0x08, Filters = 0x0B, Attribute = 0x0C, SymbolTable = 0x11;

    private const int Continuation = 0x10;
    private const int LongestHeader = 16;

    private readonly Hdf5Bytes _bytes;
    private readonly List<(int Kind, long Place, int Size)> _messages = [];
    private readonly Queue<(long Place, long Size)> _blocks = [];

    public Hdf5Object(Hdf5Bytes bytes, long place)
    {
        _bytes = bytes;
        if (bytes.Piece(place, 4).SequenceEqual("OHDR"u8))
        {
            ReadNewHeader(place);
        }
        else
        {
            ReadOldHeader(place);
        }
    }

    /// <summary>The places and sizes of the messages of one kind.</summary>
    public IEnumerable<(long Place, int Size)> All(int kind) => _messages.Where(message => message.Kind == kind).Select(static message => (message.Place, message.Size));

    /// <summary>The place of the only message of a kind; <see langword="null"/> where there is none.</summary>
    public long? Find(int kind) => All(kind).Select(static message => (long?)message.Place).FirstOrDefault();

    private void ReadOldHeader(long place)
    {
        Hdf5Cursor cursor = _bytes.At(place);
        if (cursor.Byte() != 1)
        {
            throw new FileFault("an object is not where its HDF5 part says");
        }

        cursor.Skip(7);
        long size = cursor.UInt32();
        _blocks.Enqueue((place + LongestHeader, size));
        while (_blocks.TryDequeue(out var block))
        {
            cursor = _bytes.At(block.Place);
            long end = End(block);
            while (cursor.Place + 8 <= end)
            {
                int kind = cursor.UInt16();
                int length = cursor.UInt16();
                cursor.Skip(4);
                Add(kind, ref cursor, length, end);
            }
        }
    }

    private void ReadNewHeader(long place)
    {
        const int HasTimes = 0x20, HasLimits = 0x10, HasOrder = 0x04, SizeOfSize = 0x03, SumSize = 4;
        Hdf5Cursor cursor = _bytes.At(place + 4);
        cursor.Skip(1);
        int flags = cursor.Byte();
        cursor.Skip(((flags & HasTimes) == 0 ? 0 : 16) + ((flags & HasLimits) == 0 ? 0 : 4));
        long size = cursor.Number(1 << (flags & SizeOfSize));
        _blocks.Enqueue((cursor.Place, size));
        for (bool isFirst = true; _blocks.TryDequeue(out var block); isFirst = false)
        {
            cursor = _bytes.At(block.Place);
            long end = End(block);
            if (!isFirst)
            {
                cursor.Expect("OCHK"u8, "the rest of an object");
                end -= SumSize;
            }

            int head = (flags & HasOrder) == 0 ? 4 : 6;
            while (cursor.Place + head <= end)
            {
                int kind = cursor.Byte();
                int length = cursor.UInt16();
                cursor.Skip(head - 3);
                Add(kind, ref cursor, length, end);
            }
        }
    }

    private long End((long Place, long Size) block)
    {
        _bytes.Piece(block.Place, block.Size);
        _bytes.Spend(block.Size);
        return block.Place + block.Size;
    }

    private void Add(int kind, ref Hdf5Cursor cursor, int length, long end)
    {
        long place = cursor.Place;
        if (length > end - place)
        {
            throw new FileFault("an object of its HDF5 part is cut short");
        }

        if (kind == Continuation)
        {
            Hdf5Cursor target = cursor;
            _blocks.Enqueue((target.Offset(), target.Length()));
        }
        else
        {
            _messages.Add((kind, place, length));
        }

        cursor.Skip(length);
    }
}
