namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>Numbers in an HDF5 file. They are read when somebody asks for them, who has seen the shape before.</summary>
internal sealed class Hdf5Dataset
{
    private readonly Hdf5Bytes _bytes;
    private readonly Hdf5Object _object;
    private readonly Hdf5Type _type;
    private readonly string _path;

    public Hdf5Dataset(Hdf5Bytes bytes, Hdf5Object found, string path)
    {
        (_bytes, _object, _path) = (bytes, found, path);
        Shape = Hdf5Shape.Read(bytes.At(found.Find(Hdf5Object.Dataspace) ?? throw Fault("has no shape")));
        _type = Hdf5Type.Read(bytes.At(found.Find(Hdf5Object.DataType) ?? throw Fault("has no type")));
    }

    public IReadOnlyList<long> Shape { get; }

    /// <summary>What NumPy calls the type of its values.</summary>
    public string TypeName => _type.Name;

    /// <summary>The values as float32, in row-major order.</summary>
    public float[] Floats() => Values((type, value) => type.Single(value));

    /// <summary>The values as whole numbers, in row-major order.</summary>
    public long[] Integers() => Values((type, value) => type.Integer(value));

    private T[] Values<T>(Func<Hdf5Type, ReadOnlySpan<byte>, T> read)
    {
        if (!_type.IsNumber)
        {
            throw Fault("holds something else than plain numbers");
        }

        long count = Hdf5Shape.Count(Shape);
        ReadOnlySpan<byte> data = Data(checked(count * _type.Size));
        var values = new T[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(_type, data.Slice(i * _type.Size, _type.Size));
        }

        return values;
    }

    private ReadOnlySpan<byte> Data(long length)
    {
        const int Compact = 0, Contiguous = 1;
        Hdf5Cursor cursor = _bytes.At(_object.Find(Hdf5Object.Layout) ?? throw Fault("has no values"));
        int version = cursor.Byte();
        int kind = cursor.Byte();
        if (version is not (3 or 4) || kind is not (Compact or Contiguous) || _object.Find(Hdf5Object.Filters) is not null)
        {
            throw Fault("is packed or cut into pieces, which Keras does not do; save it again without");
        }

        if (kind == Compact)
        {
            int size = cursor.UInt16();
            return size >= length ? cursor.Take(length) : throw Fault("is cut short");
        }

        long place = cursor.Offset();
        long stored = cursor.Length();
        return length == 0 ? []
            : place == Hdf5Cursor.Nowhere ? throw Fault("has no values")
            : stored < length ? throw Fault("is cut short")
            : _bytes.Piece(place, length);
    }

    private FileFault Fault(string what) => new($"'{_path}' {what}");
}
