namespace CnnGen;

/// <summary>
/// Its inputs side by side along one axis; all other axes agree. Keras: <c>Concatenate</c>,
/// <c>keras/layers/merging/concatenate.py</c>.
/// </summary>
/// <param name="layers">The names of layers or inputs. With a single one, the layer above is the first input.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatenateAttribute(params string[] layers) : MergeAttribute(layers)
{
    /// <summary>The axis, counted with the batch: 1 is the first of the shape, -1 the last. Default -1, Keras's.</summary>
    public int Axis { get; set; } = -1;
}
