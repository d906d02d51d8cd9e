namespace CnnGen;

/// <summary>
/// The axes in another order: <c>[Permute(2, 1, 3)]</c> makes W × H × C of H × W × C. No parameters.
/// Keras: <c>Permute</c>, <c>keras/layers/reshaping/permute.py</c>.
/// </summary>
/// <param name="dims">For each axis that comes out, the one that comes in: each number from 1 to the number of axes, once.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PermuteAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>The order as written.</summary>
    public int[] Dims { get; } = dims;
}
