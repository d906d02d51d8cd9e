namespace CnnGen;

/// <summary>What weights are held to after each step of training. Keras: <c>keras/constraints/constraints.py</c>.</summary>
public enum Constraint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The root of the sum of squares is at most <see cref="KernelLayerAttribute.MaxNorm"/>: larger ones are scaled down to it.</summary>
    MaxNorm,

    /// <summary>At least 0: negative ones become 0.</summary>
    NonNeg,

    /// <summary>The root of the sum of squares is 1.</summary>
    UnitNorm,
}
