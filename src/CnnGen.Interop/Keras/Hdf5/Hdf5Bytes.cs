namespace CnnGen.Interop.Keras.Hdf5;

/// <summary>The content of an HDF5 file. Nothing in it is trusted: each read is checked against the end.</summary>
internal sealed class Hdf5Bytes(byte[] content)
{
    // Each structure of a sound file is read once; a few are read again by another way.
    private const int Rereadings = 4;

    private long _budget = (content.LongLength * Rereadings) + ushort.MaxValue;

    public long Size => content.LongLength;

    /// <summary>How many bytes a place in the file has: 8, or 4 in small files.</summary>
    public int OffsetSize { get; set; } = 8;

    /// <summary>How many bytes a length has.</summary>
    public int LengthSize { get; set; } = 8;

    /// <summary>Reads from a place on.</summary>
    public Hdf5Cursor At(long place) => new(this, place);

    /// <summary>A piece of the file.</summary>
    public ReadOnlySpan<byte> Piece(long place, long length) => place >= 0 && length >= 0 && place <= Size && length <= Size - place
        ? content.AsSpan((int)place, (int)length)
        : throw new FileFault("its HDF5 part points behind its end");

    /// <summary>Takes down that so many bytes of structures were read, so that a file that points in circles comes to an end.</summary>
    public void Spend(long bytes)
    {
        if ((_budget -= bytes) < 0)
        {
            throw new FileFault("its HDF5 part points in circles");
        }
    }
}
