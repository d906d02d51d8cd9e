namespace CnnGen;

/// <summary>
/// The sums of products of two inputs along one axis of each, which have the same size; the other axes stand one after the
/// other, and two vectors give one number. Keras: <c>Dot</c>, <c>keras/layers/merging/dot.py</c>.
/// </summary>
/// <param name="layers">The names of layers or inputs. With a single one, the layer above is the first input.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DotAttribute(params string[] layers) : MergeAttribute(layers)
{
    /// <summary>The axis of both inputs, counted with the batch: 1 is the first of the shape, -1 the last. Default 1.</summary>
    public int Axis { get; set; } = 1;

    /// <summary>The axis of the second input, where it differs. Default: <see cref="Axis"/>.</summary>
    public int SecondAxis { get => _secondAxis ?? Axis; set => _secondAxis = value; }

    /// <summary>Whether both inputs are brought to length 1 along the axis first: the cosine. Default: no. Keras: <c>normalize</c>.</summary>
    public bool Normalize { get; set; }

    private int? _secondAxis;
}
