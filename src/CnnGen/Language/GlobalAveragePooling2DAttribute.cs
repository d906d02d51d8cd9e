namespace CnnGen;

/// <summary>
/// The mean of each channel over the whole image: H × W × C → C, or 1 × 1 × C with <see cref="KeepDims"/>. No parameters.
/// Keras: <c>GlobalAveragePooling2D</c>, <c>keras/layers/pooling/base_global_pooling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePooling2DAttribute : LayerAttribute
{
    /// <summary>Whether height and width stay, as 1. Default: no.</summary>
    public bool KeepDims { get; set; }
}
