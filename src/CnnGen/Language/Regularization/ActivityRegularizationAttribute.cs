namespace CnnGen;

/// <summary>
/// Adds to the loss what its input's values cost, for an example on average; the values stay as they are, no parameters.
/// Keras: <c>ActivityRegularization</c>, <c>keras/layers/regularization/activity_regularization.py</c>.
/// </summary>
/// <param name="l1">Added for each unit of the sum of absolute values, at least 0. Default 0.</param>
/// <param name="l2">Added for each unit of the sum of squares, at least 0. Default 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivityRegularizationAttribute(double l1 = 0, double l2 = 0) : LayerAttribute
{
    /// <summary>Added for each unit of the sum of absolute values.</summary>
    public double L1 { get; } = l1;

    /// <summary>Added for each unit of the sum of squares.</summary>
    public double L2 { get; } = l2;
}
