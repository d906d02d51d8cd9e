namespace CnnGen;

/// <summary>What a convolution or a pooling does at the border. Keras: <c>padding</c>.</summary>
public enum Pad
{
    /// <summary>No padding: the window stays inside. Size: ⌊(size − window) / stride⌋ + 1.</summary>
    Valid,

    /// <summary>
    /// Padding such that the size is ⌈size / stride⌉. Where the padding is odd, the odd pixel goes to the bottom and the right.
    /// </summary>
    Same,

    /// <summary>
    /// All padding in front, so that no step depends on a later one; the size is ⌈size / stride⌉. For <see cref="Conv1DAttribute"/> and
    /// <see cref="SeparableConv1DAttribute"/>.
    /// </summary>
    Causal,
}
