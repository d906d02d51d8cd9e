using System.Buffers.Binary;

namespace CnnGen;

/// <summary>The beginning of an IDX file: two zeros, the type of its elements, the number of its dimensions, and their sizes.</summary>
/// <param name="Element">What its elements are.</param>
/// <param name="Sizes">The sizes of its dimensions.</param>
internal sealed record IdxHeader(IdxElement Element, int[] Sizes)
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Bytes of the header itself.</summary>
    public int Length => sizeof(int) * (1 + Sizes.Length);

    /// <summary>Elements of the file.</summary>
    public Int128 Count => ArraySize.Of(Sizes);

    /// <summary>The sizes as text: <c>60000×28×28</c>.</summary>
    public string Shape => string.Join('×', Sizes);

    /// <summary>Reads the header, and sizes only where the number of dimensions is right.</summary>
    public static IdxHeader Read(Stream content, string path, IdxKind kind)
    {
        Span<byte> magic = stackalloc byte[sizeof(int)];
        ReadExactly(content, magic, path, kind);
        IdxElement element = Check(magic, path, kind);
        var sizes = new int[magic[3]];
        Span<byte> size = stackalloc byte[sizeof(int)];
        for (int i = 0; i < sizes.Length; i++)
        {
            ReadExactly(content, size, path, kind);
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(size);
        }

        return Array.TrueForAll(sizes, static size => size >= 0)
            ? new IdxHeader(element, sizes)
            : throw new CnnGenException($"{path} says that its {kind.Name} have a negative size; it is damaged.");
    }

    private static IdxElement Check(ReadOnlySpan<byte> magic, string path, IdxKind kind)
    {
        (byte type, byte dimensions) = (magic[2], magic[3]);
        int found = BinaryPrimitives.ReadInt32BigEndian(magic);
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw magic[2] == 0 && magic[3] == 0 && IdxElement.Of(magic[1]) is not null
                ? new CnnGenException($"{path} has the bytes of its header in the wrong order: IDX is big-endian. Write it anew.")
                : new CnnGenException(
                    $"{path} is neither gzip nor IDX: it begins with the bytes {Convert.ToHexString(magic)}; expected {kind.Expected}.");
        }

        if (IdxElement.Of(type) is not { } element)
        {
            throw new CnnGenException(
                $"{path} has the magic number {found}, with elements of the unknown type 0x{type:X2}; expected {kind.Expected}.");
        }

        if (!kind.Dimensions.Contains(dimensions))
        {
            int expected = (UnsignedByte << 8) | kind.Dimensions[0];
            string other = dimensions switch { 1 => " (labels)", 3 or 4 => " (images)", _ => $" ({dimensions} dimensions)" };
            throw new CnnGenException($"{path} has the magic number {found}{other}; expected {expected} ({kind.Name}).");
        }

        return element;
    }

    private static void ReadExactly(Stream content, Span<byte> bytes, string path, IdxKind kind)
    {
        if (content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new CnnGenException($"{path} is cut short: it ends within the IDX header of its {kind.Name}.");
        }
    }
}
