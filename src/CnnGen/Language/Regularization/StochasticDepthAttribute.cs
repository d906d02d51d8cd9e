namespace CnnGen;

/// <summary>
/// Sets all values of a random share of the examples to zero in training and scales those of the others by 1 / (1 − rate); nothing happens in
/// inference. At the end of a branch that is added to a shortcut, it leaves the branch out. The shape stays, no parameters.
/// Keras: <c>StochasticDepth</c>, <c>keras/applications/convnext.py</c>.
/// </summary>
/// <param name="rate">The share that is dropped, from 0 to less than 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StochasticDepthAttribute(double rate) : LayerAttribute
{
    /// <summary>The share that is dropped.</summary>
    public double Rate { get; } = rate;
}
