namespace TorchSharp;

public static partial class torch
{
    /// <summary>What lies outside an image.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros = 0,

        /// <summary>The image mirrored at its borders.</summary>
        Reflection = 1,

        /// <summary>The nearest pixel of the border.</summary>
        Border = 2,
    }
}
