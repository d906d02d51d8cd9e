namespace CnnGen;

/// <summary>What <see cref="Initializer.VarianceScaling"/> divides its scale by. Keras: <c>mode</c>.</summary>
public enum FanMode
{
    /// <summary>The values that one output is a sum of: Keras's default.</summary>
    FanIn,

    /// <summary>The outputs that one value goes into.</summary>
    FanOut,

    /// <summary>The mean of both.</summary>
    FanAvg,
}
