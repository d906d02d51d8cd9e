namespace CnnGen;

/// <summary>How a value between the pixels of an image is found.</summary>
public enum Interpolation
{
    /// <summary>The nearest pixel.</summary>
    Nearest,

    /// <summary>The mean of the four pixels around it, the nearer the heavier.</summary>
    Bilinear,
}
