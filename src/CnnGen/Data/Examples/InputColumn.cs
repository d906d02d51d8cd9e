namespace CnnGen;

/// <summary>What goes into one input of a network, for all examples of a data set, in memory. The memory is not copied.</summary>
public sealed class InputColumn
{
    private InputColumn(DataInput input, ColumnValues values)
    {
        if (values.Length % input.Size != 0)
        {
            throw new CnnGenException($"{values.Length} values of '{input.Name}' cannot be split into examples of {ExampleShape.Text(input.Shape)}, {input.Size} values each.");
        }

        if (values.FindNotFinite() is >= 0 and var place)
        {
            throw new CnnGenException(
                $"Example {place / input.Size} of '{input.Name}' has a value that is no number, at place {place % input.Size}: replace what is missing before.");
        }

        (Input, Values, Count) = (input, values, values.Length / input.Size);
    }

    /// <summary>Name and shape.</summary>
    public DataInput Input { get; }

    /// <summary>Number of examples.</summary>
    public int Count { get; }

    internal ColumnValues Values { get; }

    /// <summary>Bytes, which go into the network as numbers between 0 and 1.</summary>
    /// <param name="input">Name and shape of an example.</param>
    /// <param name="bytes">All examples one after the other, each in the order of the shape, channels last.</param>
    /// <exception cref="CnnGenException">They are no whole number of examples.</exception>
    public static InputColumn Of(DataInput input, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new InputColumn(input, new ColumnValues.Bytes(bytes));
    }

    /// <summary>Numbers, which go into the network as they are.</summary>
    /// <param name="input">Name and shape of an example.</param>
    /// <param name="values">All examples one after the other, each in the order of the shape, channels last.</param>
    /// <exception cref="CnnGenException">They are no whole number of examples, or one is not finite.</exception>
    public static InputColumn Of(DataInput input, ReadOnlyMemory<float> values)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new InputColumn(input, new ColumnValues.Floats(values));
    }
}
