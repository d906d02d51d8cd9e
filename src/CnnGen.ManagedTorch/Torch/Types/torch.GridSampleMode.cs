namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a value between pixels is made.</summary>
    public enum GridSampleMode
    {
        Nearest = 0,
        Bilinear = 2,
    }
}
