namespace CnnGen;

/// <summary>A layer that moves the pixels of each image at random while the network trains.</summary>
public abstract class RandomTransformAttribute : LayerAttribute
{
    /// <summary>What stands where pixels are left empty. Default: the image mirrored at its edge.</summary>
    public FillMode FillMode { get; set; } = FillMode.Reflect;

    /// <summary>The value of <see cref="FillMode.Constant"/>. Default 0.</summary>
    public double FillValue { get; set; }

    /// <summary>How the value between pixels is found. Default: bilinear.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Bilinear;
}
