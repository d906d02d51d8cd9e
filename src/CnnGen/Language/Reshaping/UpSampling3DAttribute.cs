namespace CnnGen;

/// <summary>
/// More pixels: D × H × W × C → D' × H' × W' × C, each size times a number. No parameters.
/// Keras: <c>UpSampling3D</c>, <c>keras/layers/reshaping/up_sampling3d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpSampling3DAttribute : LayerAttribute
{
    /// <summary>The same along all axes.</summary>
    /// <param name="size">Pixels that one becomes along each axis. Default 2.</param>
    public UpSampling3DAttribute(int size = 2) : this(size, size, size)
    {
    }

    /// <summary>Another number along each axis.</summary>
    /// <param name="sizeDepth">Pixels that one becomes in depth.</param>
    /// <param name="sizeHeight">Pixels that one becomes down.</param>
    /// <param name="sizeWidth">Pixels that one becomes across.</param>
    public UpSampling3DAttribute(int sizeDepth, int sizeHeight, int sizeWidth)
    {
        SizeDepth = sizeDepth;
        SizeHeight = sizeHeight;
        SizeWidth = sizeWidth;
    }

    /// <summary>Pixels that one becomes in depth.</summary>
    public int SizeDepth { get; }

    /// <summary>Pixels that one becomes down.</summary>
    public int SizeHeight { get; }

    /// <summary>Pixels that one becomes across.</summary>
    public int SizeWidth { get; }
}
