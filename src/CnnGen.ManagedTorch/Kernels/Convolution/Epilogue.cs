namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Some channels of pixels: where the first one's lie, how many pixels, and floats from one to the next.</summary>
internal readonly unsafe struct PixelRun(float* start, long count, long distance, int firstChannel, int channels)
{
    public float* Start => start;

    public long Count => count;

    public long Distance => distance;

    /// <summary>Which of a pixel's channels the first one is.</summary>
    public int FirstChannel => firstChannel;

    public int Channels => channels;
}

/// <summary>
/// What is done to a convolution's outputs while they are still in the cache: an activation, a normalization whose constants are known,
/// an activation, or some of these. Nothing by default.
/// </summary>
internal readonly unsafe struct Epilogue
{
    private readonly delegate*<void*, float*, int, in PixelRun, void> _apply;
    private readonly void* _activation;
    private readonly float* _constants;
    private readonly int _channels;

    private Epilogue(delegate*<void*, float*, int, in PixelRun, void> apply, void* activation, float* constants, int channels)
    {
        _apply = apply;
        _activation = activation;
        _constants = constants;
        _channels = channels;
    }

    /// <param name="constants">Those of <see cref="Normalization.Constants"/>; null for the activation alone.</param>
    /// <param name="channels">Channels of a pixel.</param>
    /// <param name="activation">What comes last; it stays where it is for as long as this is used.</param>
    /// <typeparam name="TFirst">What comes first; it needs no arguments.</typeparam>
    /// <typeparam name="TActivation">What comes last.</typeparam>
    public static Epilogue Of<TFirst, TActivation>(float* constants, int channels, TActivation* activation)
        where TFirst : unmanaged, IActivation where TActivation : unmanaged, IActivation =>
        new(&Apply<TFirst, TActivation>, activation, constants, channels);

    public void Apply(in PixelRun pixels)
    {
        if (_apply != null) _apply(_activation, _constants, _channels, pixels);
    }

    private static void Apply<TFirst, TActivation>(void* activation, float* constants, int channels, in PixelRun pixels)
        where TFirst : unmanaged, IActivation where TActivation : unmanaged, IActivation =>
        new VectorWork<Work<TFirst, TActivation>>(new Work<TFirst, TActivation>(*(TActivation*)activation, constants, channels, pixels)).Run(0);

    private readonly struct Work<TFirst, TActivation>(TActivation activation, float* constants, int channels, PixelRun pixels) : IVectorWork, IColumnWork
        where TFirst : unmanaged, IActivation where TActivation : unmanaged, IActivation
    {
        public void Run<T>(int part) where T : struct, ILanes<T> => LaneColumns.Each<T, Work<TFirst, TActivation>>(pixels.Channels, this);

        public void At<T>(int c) where T : struct, ILanes<T>
        {
            float* y = pixels.Start + c;
            long count = pixels.Count, distance = pixels.Distance;
            if (constants == null)
            {
                for (long i = 0; i < count; i++, y += distance) activation.Value(default(TFirst).Value(T.Load(y))).Store(y);
                return;
            }

            float* own = constants + pixels.FirstChannel + c;
            T center = T.Load(own), factor = T.Load(own + channels), offset = T.Load(own + 2 * channels);
            for (long i = 0; i < count; i++, y += distance)
            {
                activation.Value(T.MultiplyAdd(default(TFirst).Value(T.Load(y)) - center, factor, offset)).Store(y);
            }
        }
    }
}
