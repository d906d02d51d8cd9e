namespace CnnGen;

/// <summary>A class for each position of an example: which object a pixel belongs to, what happens at a moment of a signal.</summary>
public sealed class ClassMap
{
    private readonly float[] _values;
    private readonly int _width;
    private readonly PredictionKind _kind;
    private readonly Lazy<int[]> _labels;

    /// <param name="shape">Positions and, last, values of a position.</param>
    /// <param name="values">What the network gives: the values of a position side by side.</param>
    /// <param name="kind">What these are.</param>
    public ClassMap(IReadOnlyList<int> shape, float[] values, PredictionKind kind)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        (_values, _width, _kind) = (values, shape[^1], kind);
        Shape = [.. shape.SkipLast(1)];
        _labels = new Lazy<int[]>(Classes);
    }

    /// <summary>The positions: height and width, or the length of a signal.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The most probable class of each position, row after row.</summary>
    public ReadOnlyMemory<int> Labels => _labels.Value;

    /// <summary>What <c>forward</c> gives, the values of a position side by side.</summary>
    public ReadOnlyMemory<float> Values => _values;

    /// <summary>The class of a position.</summary>
    /// <param name="position">Row and column, or what else <see cref="Shape"/> has.</param>
    public int this[params ReadOnlySpan<int> position] => _labels.Value[ExampleShape.Place(Shape, position)];

    /// <summary>The probabilities of all classes at a position.</summary>
    /// <param name="position">Row and column, or what else <see cref="Shape"/> has.</param>
    public IReadOnlyList<float> Probabilities(params ReadOnlySpan<int> position) => At(ExampleShape.Place(Shape, position)).Probabilities;

    private Prediction At(int place) => new(_values[(place * _width)..((place + 1) * _width)], _kind);

    private int[] Classes()
    {
        var labels = new int[_values.Length / _width];
        float threshold = _kind == PredictionKind.Probabilities ? 0.5f : 0;
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = _width == 1
                ? _values[i] > threshold ? 1 : 0
                : CnnGen.Probabilities.IndexOfLargest(new ArraySegment<float>(_values, i * _width, _width));
        }

        return labels;
    }
}
