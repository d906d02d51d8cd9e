namespace CnnGen;

/// <summary>What stands where a moved image leaves pixels empty. Keras's <c>wrap</c> is not offered: TorchSharp has no such sampling.</summary>
public enum FillMode
{
    /// <summary>The image mirrored at its edge: <c>d c b a | a b c d | d c b a</c>.</summary>
    Reflect,

    /// <summary>The nearest pixel of the edge: <c>a a a a | a b c d | d d d d</c>.</summary>
    Nearest,

    /// <summary>One value: <c>k k k k | a b c d | k k k k</c>.</summary>
    Constant,
}
