namespace CnnGen;

/// <summary>The dimensions of one example's tensor, without the batch, channels last.</summary>
internal static class ExampleShape
{
    /// <summary>The number of values.</summary>
    /// <exception cref="ArgumentException">There is no dimension, one is below 1, or the values are more than an array holds.</exception>
    public static int Size(ReadOnlySpan<int> shape, string argument)
    {
        if (shape.IsEmpty)
        {
            throw new ArgumentException("A shape has at least one dimension.", argument);
        }

        Int128 size = 1;
        foreach (int dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1, argument);
            size *= dimension;
            if (size > Array.MaxLength)
            {
                throw new ArgumentException($"A tensor of {Text(shape.ToArray())} has more values than an array holds ({Array.MaxLength}).", argument);
            }
        }

        return (int)size;
    }

    /// <summary>Where an element lies.</summary>
    /// <exception cref="ArgumentException">There are more or fewer dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public static int Place(IReadOnlyList<int> shape, ReadOnlySpan<int> element)
    {
        if (element.Length != shape.Count)
        {
            throw new ArgumentException($"A place among {Text(shape)} is {shape.Count} numbers, not {element.Length}.", nameof(element));
        }

        int place = 0;
        for (int i = 0; i < element.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)element[i], (uint)shape[i], nameof(element));
            place = (place * shape[i]) + element[i];
        }

        return place;
    }

    /// <summary><c>28×28×1</c>.</summary>
    public static string Text(IReadOnlyList<int> shape) => string.Join("×", shape);

    /// <summary>
    /// From the order of the language, channels last, to that of tensors, channels first, or back. A vector and a single channel are the same in both.
    /// </summary>
    /// <param name="values">One example.</param>
    /// <param name="rows">Rows that it has, seen as a table: its positions if the channels come last, else its channels.</param>
    /// <param name="turned">Receives the values with rows and columns exchanged.</param>
    public static void Turn(ReadOnlySpan<float> values, int rows, Span<float> turned)
    {
        int columns = values.Length / rows;
        int place = 0;
        for (int column = 0; column < columns; column++)
        {
            for (int from = column; from < values.Length; from += columns)
            {
                turned[place++] = values[from];
            }
        }
    }

    /// <summary>Whether tensors have another order of values than the language.</summary>
    public static bool IsTurned(IReadOnlyList<int> shape) => shape.Count > 1 && shape[^1] > 1 && shape.Take(shape.Count - 1).Any(static size => size > 1);
}
