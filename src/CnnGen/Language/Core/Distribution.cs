namespace CnnGen;

/// <summary>What <see cref="Initializer.VarianceScaling"/> draws from. Keras: <c>distribution</c>.</summary>
public enum Distribution
{
    /// <summary>Normal, truncated at two standard deviations and corrected for that: Keras's default.</summary>
    TruncatedNormal,

    /// <summary>Normal.</summary>
    UntruncatedNormal,

    /// <summary>Uniform within ±√(3 · variance).</summary>
    Uniform,
}
