namespace CnnGen;

/// <summary>Takes elements of an IDX file as they stand there.</summary>
internal sealed class IdxNumbers : IIdxTarget
{
    private readonly string _path;
    private readonly IdxHeader _header;
    private readonly byte[] _bytes;
    private int _taken;

    public IdxNumbers(string path, IdxHeader header, int count)
    {
        (_path, _header) = (path, header);
        long length = (long)count * header.Element.Size;
        _bytes = length <= Array.MaxLength
            ? new byte[length]
            : throw new CnnGenException($"{path} has {header.Shape} numbers, {length} bytes, but at most {Array.MaxLength} (2 GB) can be held: split the file.");
    }

    /// <summary>All of them.</summary>
    public NumberArray ToArray() => new(_path, _header.Element.Type, _header.Sizes, _bytes);

    public void Add(ReadOnlySpan<byte> elements)
    {
        elements.CopyTo(_bytes.AsSpan(_taken));
        _taken += elements.Length;
    }
}
