namespace CnnGen;

/// <summary>Numbers for each position of an example: a picture, say.</summary>
public sealed class ValueMap
{
    private readonly float[] _values;

    /// <param name="shape">Positions and, last, channels.</param>
    /// <param name="values">What the network gives: the values of a position side by side.</param>
    public ValueMap(IReadOnlyList<int> shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        (Shape, _values) = (shape, values);
    }

    /// <summary>Height, width and channels, or what else the output has.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>All numbers, in the order of <see cref="Shape"/>.</summary>
    public ReadOnlyMemory<float> Values => _values;

    /// <summary>One number.</summary>
    /// <param name="place">Row, column and channel, or what else <see cref="Shape"/> has.</param>
    public float this[params ReadOnlySpan<int> place] => _values[ExampleShape.Place(Shape, place)];
}
