namespace CnnGen;

/// <summary>
/// Zeros at the ends: H × W × C → H' × W' × C, each size larger by what both of its ends get. No parameters.
/// Keras: <c>ZeroPadding2D</c>, <c>keras/layers/reshaping/zero_padding2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadding2DAttribute : LayerAttribute
{
    /// <summary>The same at all ends.</summary>
    /// <param name="padding">Pixels at each end. Default 1.</param>
    public ZeroPadding2DAttribute(int padding = 1) : this(padding, padding)
    {
    }

    /// <summary>The same at both ends of each axis.</summary>
    /// <param name="height">Rows at the top and at the bottom.</param>
    /// <param name="width">Columns at the left and at the right.</param>
    public ZeroPadding2DAttribute(int height, int width) : this(height, height, width, width)
    {
    }

    /// <summary>Another number at each end.</summary>
    /// <param name="top">Rows at the top.</param>
    /// <param name="bottom">Rows at the bottom.</param>
    /// <param name="left">Columns at the left.</param>
    /// <param name="right">Columns at the right.</param>
    public ZeroPadding2DAttribute(int top, int bottom, int left, int right)
    {
        Top = top;
        Bottom = bottom;
        Left = left;
        Right = right;
    }

    /// <summary>Rows at the top, at least 0.</summary>
    public int Top { get; }

    /// <summary>Rows at the bottom, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>Columns at the left, at least 0.</summary>
    public int Left { get; }

    /// <summary>Columns at the right, at least 0.</summary>
    public int Right { get; }
}
