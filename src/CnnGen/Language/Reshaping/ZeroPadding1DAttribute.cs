namespace CnnGen;

/// <summary>
/// Zeros at the ends: steps × C → steps' × C, each size larger by what both of its ends get. No parameters.
/// Keras: <c>ZeroPadding1D</c>, <c>keras/layers/reshaping/zero_padding1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadding1DAttribute : LayerAttribute
{
    /// <summary>The same at both ends.</summary>
    /// <param name="padding">Steps at each end. Default 1.</param>
    public ZeroPadding1DAttribute(int padding = 1) : this(padding, padding)
    {
    }

    /// <summary>Another number at each end.</summary>
    /// <param name="left">Steps in front.</param>
    /// <param name="right">Steps behind.</param>
    public ZeroPadding1DAttribute(int left, int right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>Steps in front, at least 0.</summary>
    public int Left { get; }

    /// <summary>Steps behind, at least 0.</summary>
    public int Right { get; }
}
