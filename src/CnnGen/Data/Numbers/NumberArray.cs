namespace CnnGen;

/// <summary>
/// An array of numbers as a file holds it, <c>.npy</c>, <c>.npz</c> or IDX: the first dimension counts the examples. It becomes what goes into a
/// network, or what should come out, by <see cref="ToInput(string, int[])"/> and <see cref="ToTarget"/>.
/// </summary>
public sealed class NumberArray
{
    private readonly string _name;
    private readonly NumberType _type;
    private readonly ReadOnlyMemory<byte> _bytes;

    internal NumberArray(string name, NumberType type, IReadOnlyList<int> shape, ReadOnlyMemory<byte> bytes)
    {
        (_name, _type, Shape, _bytes) = (name, type, shape, bytes);
        Length = bytes.Length / type.Size;
    }

    /// <summary>The dimensions; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Numbers in all.</summary>
    public int Length { get; }

    /// <summary>What the elements are in the file: <c>uint8</c>, <c>float32</c>, <c>int64</c>…</summary>
    public string ElementType => _type.Name;

    /// <summary>The numbers, row after row.</summary>
    public float[] ToFloats()
    {
        var values = new float[Length];
        ReadOnlySpan<byte> bytes = _bytes.Span;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)_type.At(bytes, i);
        }

        return values;
    }

    /// <summary>The numbers as whole ones, row after row.</summary>
    /// <exception cref="CnnGenException">One is not whole or does not fit; its place is named.</exception>
    public int[] ToIntegers()
    {
        var values = new int[Length];
        ReadOnlySpan<byte> bytes = _bytes.Span;
        for (int i = 0; i < values.Length; i++)
        {
            double value = _type.At(bytes, i);
            values[i] = value == (int)value
                ? (int)value
                : throw new CnnGenException(FormattableString.Invariant($"{_name} has the number {value} at {PlaceOf(i)}: a class is a whole number from 0 on."));
        }

        return values;
    }

    /// <summary>What goes into a network: bytes as numbers between 0 and 1, as of a picture, all others as they are.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="shape">The shape of an example, channels last. Default: that of the file without its first dimension; a file of one number an
    /// example has the shape 1. Another one has to have as many values: <c>28, 28, 1</c> for examples of 28×28.</param>
    /// <exception cref="CnnGenException">There are no examples, the shape has other numbers of values, or a number is not finite.</exception>
    public InputColumn ToInput(string name, params int[] shape) => ToInput(name, DataFormat.ChannelsLast, shape);

    /// <summary>What goes into a network, of a file that has it channel by channel.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="format">The order of an example's values in the file: <see cref="DataFormat.ChannelsFirst"/> for <c>count × channels × sizes</c>.</param>
    /// <param name="shape">The shape of an example, channels last whatever the file's order. Default: that of the file.</param>
    /// <exception cref="CnnGenException">There are no examples, the shape has other numbers of values, or a number is not finite.</exception>
    public InputColumn ToInput(string name, DataFormat format, params int[] shape)
    {
        RequireExamples();
        var input = new DataInput(name, ExampleSizes(format, shape));
        Check(input.Size, $"input '{input}'");
        try
        {
            return _type == NumberType.Byte
                ? InputColumn.Of(input, InOrder(_bytes.Span, input, format))
                : InputColumn.Of(input, InOrder<float>(ToFloats(), input, format));
        }
        catch (CnnGenException exception)
        {
            throw new CnnGenException($"{_name}: {exception.Message}", exception);
        }
    }

    /// <summary>What a network should give.</summary>
    /// <param name="target">Name and kind. The file has as many numbers an example as that.</param>
    /// <exception cref="CnnGenException">There are more or fewer numbers, or one is none that the target can have; its example is named.</exception>
    public TargetColumn ToTarget(DataTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        RequireExamples();
        Check(target.Size, $"target '{target}'");
        try
        {
            return target.Kind != LabelKind.ClassIndex ? TargetColumn.Of(target, ToFloats())
                : _type == NumberType.Byte ? TargetColumn.Of(target, _bytes)
                : TargetColumn.Of(target, ToIntegers());
        }
        catch (CnnGenException exception) when (!exception.Message.StartsWith(_name, StringComparison.Ordinal))
        {
            throw new CnnGenException($"{_name}: {exception.Message}", exception);
        }
    }

    private int[] ExampleSizes(DataFormat format, int[] shape)
    {
        if (shape.Length > 0)
        {
            return shape;
        }

        int[] sizes = [.. Shape.Skip(1)];
        if (Array.Exists(sizes, static size => size < 1))
        {
            throw new CnnGenException($"{_name} has the shape {Text}: every size of an example must be at least 1.");
        }

        return sizes.Length == 0 ? [1]
            : format == DataFormat.ChannelsFirst ? [.. sizes[1..], sizes[0]]
            : sizes;
    }

    private void RequireExamples()
    {
        if (Shape.Count == 0 || Shape[0] == 0)
        {
            throw new CnnGenException($"{_name} has the shape {Text}, and so no examples: its first dimension counts them.");
        }
    }

    private void Check(int size, string what)
    {
        if (Length / Shape[0] != size)
        {
            throw new CnnGenException($"{_name} has the shape {Text}, {Length / Shape[0]} numbers an example, but the {what} has {size}.");
        }
    }

    private string Text => Shape.Count == 0 ? "of a single number" : ExampleShape.Text(Shape);

    private string PlaceOf(int index)
    {
        var place = new int[Shape.Count];
        for (int i = place.Length - 1; i >= 0; i--)
        {
            (index, place[i]) = Math.DivRem(index, Shape[i]);
        }

        return $"place [{string.Join(", ", place)}]";
    }

    private static T[] InOrder<T>(ReadOnlySpan<T> values, DataInput input, DataFormat format)
    {
        if (format == DataFormat.ChannelsLast || !ExampleShape.IsTurned(input.Shape))
        {
            return values.ToArray();
        }

        var turned = new T[values.Length];
        int channels = input.Shape[^1];
        int positions = input.Size / channels;
        for (int start = 0; start < values.Length; start += input.Size)
        {
            for (int i = 0; i < input.Size; i++)
            {
                turned[start + (i % positions * channels) + (i / positions)] = values[start + i];
            }
        }

        return turned;
    }
}
