namespace CnnGen;

/// <summary>
/// The ends cut off: steps × C → steps' × C, each size smaller by what both of its ends lose, and at least 1. No parameters.
/// Keras: <c>Cropping1D</c>, <c>keras/layers/reshaping/cropping1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Cropping1DAttribute : LayerAttribute
{
    /// <summary>The same at both ends.</summary>
    /// <param name="cropping">Steps at each end. Default 1.</param>
    public Cropping1DAttribute(int cropping = 1) : this(cropping, cropping)
    {
    }

    /// <summary>Another number at each end.</summary>
    /// <param name="left">Steps in front.</param>
    /// <param name="right">Steps behind.</param>
    public Cropping1DAttribute(int left, int right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>Steps in front, at least 0.</summary>
    public int Left { get; }

    /// <summary>Steps behind, at least 0.</summary>
    public int Right { get; }
}
