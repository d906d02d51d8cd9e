namespace CnnGen.Pictures;

/// <summary>What the values of masks stand for.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="OfClasses">The value of each class; the class index itself if it is not said.</param>
/// <param name="Ignored">The value that stands for none.</param>
internal sealed record MaskValues(int Classes, ushort[]? OfClasses, int? Ignored)
{
    private const int NoClass = -1;

    /// <summary>The index that stands for no class: the value itself, unless a class has that index.</summary>
    public int? IgnoredClass => Ignored < Classes ? Math.Max(byte.MaxValue, Classes) : Ignored;

    /// <summary>The classes of a mask in another size, each that of the nearest pixel.</summary>
    /// <exception cref="CnnGenException">The file is no mask, or a value stands for nothing; its place is named.</exception>
    public void Copy(string path, DecodedPicture mask, int height, int width, Span<long> labels)
    {
        CheckKind(path, mask);
        int[] classes = ByValue();
        for (int i = 0; i < labels.Length; i++)
        {
            int row = Nearest(i / width, height, mask.Height);
            int column = Nearest(i % width, width, mask.Width);
            int value = mask.WholeValue((row * mask.Width) + column);
            labels[i] = value < classes.Length ? classes[value] : NoClass;
            if (labels[i] == NoClass)
            {
                string expected = OfClasses is null ? $"classes go from 0 to {Classes - 1}" : $"classes have the values {string.Join(", ", OfClasses)}";
                throw new CnnGenException(
                    $"{path} has the value {value} in row {row} and column {column}, which is no class: {expected}. Map values by WithValues, or say by Ignoring which one stands for none.");
            }
        }
    }

    private static void CheckKind(string path, DecodedPicture mask)
    {
        if (mask.IsLossy)
        {
            throw new CnnGenException($"{path} is a JPEG, which changes values a little: a mask's are classes. Save it as PNG.");
        }

        if (mask.Channels != 1)
        {
            throw new CnnGenException($"{path} has {mask.Channels} channels: a mask has one value a pixel, grey or a place in a palette. Save it as such.");
        }
    }

    // The class of each value that stands for something.
    private int[] ByValue()
    {
        ushort[] values = OfClasses ?? [.. Enumerable.Range(0, Math.Min(Classes, ushort.MaxValue + 1)).Select(static value => (ushort)value)];
        int ignored = Ignored is { } value and >= 0 and <= ushort.MaxValue ? value : 0;
        var classes = new int[Math.Max(values.Max(), ignored) + 1];
        Array.Fill(classes, NoClass);
        for (int label = values.Length - 1; label >= 0; label--)
        {
            classes[values[label]] = label;
        }

        if (ignored == Ignored)
        {
            classes[ignored] = IgnoredClass!.Value;
        }

        return classes;
    }

    private static int Nearest(int place, int to, int from) => (int)(((2L * place) + 1) * from / (2L * to));
}
