namespace CnnGen.Pictures;

/// <summary>What the values of masks stand for.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="OfClasses">The value of each class; the class index itself if it is not said.</param>
/// <param name="Ignored">The value that stands for none.</param>
internal sealed record MaskValues(int Classes, byte[]? OfClasses, int? Ignored)
{
    /// <summary>The index that stands for no class: the value itself, unless a class has that index.</summary>
    public int? IgnoredClass => Ignored < Classes ? byte.MaxValue : Ignored;

    /// <summary>The classes of a mask in another size, each that of the nearest pixel.</summary>
    /// <exception cref="CnnGenException">The file is no mask, or a value stands for nothing; its place is named.</exception>
    public void Copy(string path, DecodedPicture mask, int height, int width, Span<long> labels)
    {
        if (mask.Channels != 1)
        {
            throw new CnnGenException($"{path} has {mask.Channels} channels: a mask has one value a pixel, grey or a place in a palette. Save it as such.");
        }

        Span<long> classes = stackalloc long[256];
        for (int value = 0; value < classes.Length; value++)
        {
            int place = OfClasses is null ? value : Array.IndexOf(OfClasses, (byte)value);
            classes[value] = value == Ignored ? IgnoredClass!.Value : place >= 0 && place < Classes ? place : -1;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            int row = Nearest(i / width, height, mask.Height);
            int column = Nearest(i % width, width, mask.Width);
            byte value = mask.Values[(row * mask.Width) + column];
            labels[i] = classes[value];
            if (labels[i] < 0)
            {
                string expected = OfClasses is null ? $"classes go from 0 to {Classes - 1}" : $"classes have the values {string.Join(", ", OfClasses)}";
                throw new CnnGenException(
                    $"{path} has the value {value} in row {row} and column {column}, which is no class: {expected}. Map values by WithValues, or say by Ignoring which one stands for none.");
            }
        }
    }

    private static int Nearest(int place, int to, int from) => (int)(((2L * place) + 1) * from / (2L * to));
}
