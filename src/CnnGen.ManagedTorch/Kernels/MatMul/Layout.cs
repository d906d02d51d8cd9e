namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Changes between images with channels last, as they are kept, and channels first.</summary>
internal static unsafe class Layout
{
    /// <summary>N×spatial×C to N×C×spatial.</summary>
    public static void ChannelsFirst(int n, int spatial, int c, float* nhwc, float* nchw) =>
        WorkTeam.Run(n, new Work(spatial, c, nhwc, nchw));

    /// <summary>N×C×spatial to N×spatial×C.</summary>
    public static void ChannelsLast(int n, int spatial, int c, float* nchw, float* nhwc) =>
        WorkTeam.Run(n, new Work(c, spatial, nchw, nhwc));

    private readonly struct Work(int rows, int cols, float* source, float* target) : IWork
    {
        public void Run(int image)
        {
            long offset = (long)image * rows * cols;
            Transpose.Run(rows, cols, source + offset, cols, target + offset, rows);
        }
    }
}
