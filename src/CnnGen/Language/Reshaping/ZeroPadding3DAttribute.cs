namespace CnnGen;

/// <summary>
/// Zeros at the ends: D × H × W × C → D' × H' × W' × C, each size larger by what both of its ends get. No parameters.
/// Keras: <c>ZeroPadding3D</c>, <c>keras/layers/reshaping/zero_padding3d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadding3DAttribute : LayerAttribute
{
    /// <summary>The same at all ends.</summary>
    /// <param name="padding">Pixels at each end. Default 1.</param>
    public ZeroPadding3DAttribute(int padding = 1) : this(padding, padding, padding)
    {
    }

    /// <summary>The same at both ends of each axis.</summary>
    /// <param name="depth">Slices in front and at the back.</param>
    /// <param name="height">Rows at the top and at the bottom.</param>
    /// <param name="width">Columns at the left and at the right.</param>
    public ZeroPadding3DAttribute(int depth, int height, int width) : this(depth, depth, height, height, width, width)
    {
    }

    /// <summary>Another number at each end.</summary>
    /// <param name="front">Slices in front.</param>
    /// <param name="back">Slices at the back.</param>
    /// <param name="top">Rows at the top.</param>
    /// <param name="bottom">Rows at the bottom.</param>
    /// <param name="left">Columns at the left.</param>
    /// <param name="right">Columns at the right.</param>
    public ZeroPadding3DAttribute(int front, int back, int top, int bottom, int left, int right)
    {
        Front = front;
        Back = back;
        Top = top;
        Bottom = bottom;
        Left = left;
        Right = right;
    }

    /// <summary>Slices in front, at least 0.</summary>
    public int Front { get; }

    /// <summary>Slices at the back, at least 0.</summary>
    public int Back { get; }

    /// <summary>Rows at the top, at least 0.</summary>
    public int Top { get; }

    /// <summary>Rows at the bottom, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>Columns at the left, at least 0.</summary>
    public int Left { get; }

    /// <summary>Columns at the right, at least 0.</summary>
    public int Right { get; }
}
