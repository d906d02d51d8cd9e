namespace CnnGen;

/// <summary>
/// More pixels: H × W × C → H' × W' × C, each size times a number. No parameters.
/// Keras: <c>UpSampling2D</c>, <c>keras/layers/reshaping/up_sampling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpSampling2DAttribute : LayerAttribute
{
    /// <summary>The same along all axes.</summary>
    /// <param name="size">Pixels that one becomes along each axis. Default 2.</param>
    public UpSampling2DAttribute(int size = 2) : this(size, size)
    {
    }

    /// <summary>Another number along each axis.</summary>
    /// <param name="sizeHeight">Pixels that one becomes down.</param>
    /// <param name="sizeWidth">Pixels that one becomes across.</param>
    public UpSampling2DAttribute(int sizeHeight, int sizeWidth)
    {
        SizeHeight = sizeHeight;
        SizeWidth = sizeWidth;
    }

    /// <summary>Pixels that one becomes down.</summary>
    public int SizeHeight { get; }

    /// <summary>Pixels that one becomes across.</summary>
    public int SizeWidth { get; }

    /// <summary>What stands between the pixels. Default: the nearest.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Nearest;
}
