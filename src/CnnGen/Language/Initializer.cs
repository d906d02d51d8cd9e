namespace CnnGen;

/// <summary>
/// How a kernel's start values are drawn. Keras: <c>keras/initializers/initializers.py</c>. With a k×k kernel of a convolution
/// fan in is k·k·inputs and fan out is k·k·filters; with a dense layer they are its inputs and its units.
/// </summary>
public enum Initializer
{
    /// <summary>Uniform within ±√(6 / (fan in + fan out)): Keras's default.</summary>
    GlorotUniform,

    /// <summary>Normal with variance 2 / (fan in + fan out), truncated at two standard deviations and corrected for that.</summary>
    GlorotNormal,

    /// <summary>Uniform within ±√(6 / fan in).</summary>
    HeUniform,

    /// <summary>Normal with variance 2 / fan in, truncated at two standard deviations and corrected for that.</summary>
    HeNormal,

    /// <summary>All zeros.</summary>
    Zeros,
}
