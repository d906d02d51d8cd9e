namespace CnnGen;

/// <summary>
/// Steps repeated: steps × C → steps' × C, each size times a number. No parameters.
/// Keras: <c>UpSampling1D</c>, <c>keras/layers/reshaping/up_sampling1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpSampling1DAttribute : LayerAttribute
{
    /// <summary>Each step several times.</summary>
    /// <param name="size">How many times. Default 2.</param>
    public UpSampling1DAttribute(int size = 2) => Size = size;

    /// <summary>How many times.</summary>
    public int Size { get; }
}
