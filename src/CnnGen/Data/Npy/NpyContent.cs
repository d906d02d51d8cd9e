namespace CnnGen;

/// <summary>Reads an array as NumPy saves it, from a file of its own or out of an archive.</summary>
internal static class NpyContent
{
    /// <param name="content">The bytes.</param>
    /// <param name="name">The file, for messages.</param>
    /// <param name="most">The most bytes that there can be.</param>
    public static NumberArray Read(Stream content, string name, Int128 most)
    {
        NpyHeader header = NpyHeader.Read(content, name);
        Int128 bytes = header.Count * header.Type.Size;
        string shape = header.Shape.Length == 0 ? "single" : ExampleShape.Text(header.Shape);
        if (bytes > Array.MaxLength)
        {
            throw new CnnGenException(bytes > most
                ? $"{name} says that its {shape} numbers have {bytes} bytes, more than there are; it is damaged."
                : $"{name} has {shape} numbers, {bytes} bytes, but at most {Array.MaxLength} (2 GB) can be held: split the file.");
        }

        if (bytes > most)
        {
            throw CutShort(most);
        }

        byte[] values = BoundedContent.Read(content, (int)bytes, read => CutShort(read));
        if (content.ReadByte() >= 0)
        {
            throw new CnnGenException($"{name} is too long: {shape} numbers have {bytes} bytes, and more follow. It is damaged, or holds several arrays.");
        }

        byte[] ordered = header.IsFortranOrder && header.Shape.Length > 1 ? ToRowOrder(values, header) : values;
        return new NumberArray(name, header.Type, header.Shape, ordered);

        CnnGenException CutShort(Int128 there) => new($"{name} is cut short: {shape} numbers have {bytes} bytes, {there} are there.");
    }

    // In the file the first place runs fastest, in memory the last one.
    private static byte[] ToRowOrder(byte[] values, NpyHeader header)
    {
        (int size, int[] shape) = (header.Type.Size, header.Shape);
        var ordered = new byte[values.Length];
        var place = new int[shape.Length];
        var steps = new int[shape.Length];
        for (int i = shape.Length - 1, step = size; i >= 0; i--)
        {
            steps[i] = step;
            step *= shape[i];
        }

        for (int from = 0, to = 0; from < values.Length; from += size)
        {
            values.AsSpan(from, size).CopyTo(ordered.AsSpan(to));
            for (int i = 0; i < place.Length; i++)
            {
                to += steps[i];
                if (++place[i] < shape[i])
                {
                    break;
                }

                to -= steps[i] * place[i];
                place[i] = 0;
            }
        }

        return ordered;
    }
}
