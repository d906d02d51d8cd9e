namespace CnnGen;

/// <summary>
/// How the start values of a kernel or a bias are drawn. Keras: <c>keras/initializers/initializers.py</c>. With a k×k kernel of a convolution
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

    /// <summary>Uniform within ±√(3 / fan in).</summary>
    LecunUniform,

    /// <summary>Normal with variance 1 / fan in, truncated at two standard deviations and corrected for that.</summary>
    LecunNormal,

    /// <summary>All ones.</summary>
    Ones,

    /// <summary>Uniform within ±0.05, or another bound.</summary>
    RandomUniform,

    /// <summary>Normal with standard deviation 0.05, or another one.</summary>
    RandomNormal,

    /// <summary>Normal with standard deviation 0.05 or another one, truncated at two of them.</summary>
    TruncatedNormal,

    /// <summary>
    /// A random matrix whose rows, or columns where they are fewer, are at right angles to each other and of length 1, or another gain. The
    /// filters of a convolution are the rows of one.
    /// </summary>
    Orthogonal,

    /// <summary>The identity matrix times 1, or another gain: for <see cref="DenseAttribute"/>.</summary>
    Identity,

    /// <summary>
    /// With variance 1 or another scale, divided by fan in or another <see cref="FanMode"/>; truncated normal, or another
    /// <see cref="Distribution"/>.
    /// </summary>
    VarianceScaling,

    /// <summary>All 0, or another value.</summary>
    Constant,
}
