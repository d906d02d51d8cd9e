namespace CnnGen;

/// <summary>
/// max(x, 0), or with the arguments: <see cref="MaxValue"/> from there on, x above <see cref="Threshold"/>, and
/// slope·(x − threshold) below it; the shape stays, no parameters.
/// Keras: <c>ReLU</c>, <c>keras/layers/activation/relu.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLUAttribute : LayerAttribute
{
    /// <summary>The largest value that comes out, at least 0. Default: none.</summary>
    public double MaxValue { get; set; } = double.PositiveInfinity;

    /// <summary>The slope below the threshold, at least 0. Default 0.</summary>
    public double NegativeSlope { get; set; }

    /// <summary>The value up to which the slope applies, at least 0. Default 0.</summary>
    public double Threshold { get; set; }
}
