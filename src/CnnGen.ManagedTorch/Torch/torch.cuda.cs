namespace TorchSharp;

public static partial class torch
{
    /// <summary>GPUs: none here, which programs find out by asking.</summary>
    public static class cuda
    {
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;
    }
}
