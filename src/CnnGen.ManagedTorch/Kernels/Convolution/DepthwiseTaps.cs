namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// What one pixel is made of in a depthwise convolution: rows of channels of other pixels, each times a row of weights.
/// Lives in the scratch of whoever fills it.
/// </summary>
internal unsafe struct DepthwiseTaps(in Scratch scratch, int most)
{
    private readonly nint* _sources = scratch.Take<nint>(most);
    private readonly nint* _weights = scratch.Take<nint>(most);
    private int _count;

    public void Clear() => _count = 0;

    public void Add(float* source, float* weights)
    {
        _sources[_count] = (nint)source;
        _weights[_count] = (nint)weights;
        _count++;
    }

    /// <summary>target = start + the sum of all taps; <paramref name="start"/> may be null.</summary>
    public readonly void Sum<T>(int channels, float* start, float* target) where T : struct, ILanes<T>
    {
        LaneColumns.Each<T, SumWork>(channels, new SumWork(this, start, target));
    }

    private readonly struct SumWork(DepthwiseTaps taps, float* start, float* target) : IColumnWork
    {
        public void At<T>(int c) where T : struct, ILanes<T> => taps.SumLanes<T>(c, start, target);
    }

    private readonly void SumLanes<T>(int c, float* start, float* target) where T : struct, ILanes<T>
    {
        T sum = start == null ? T.Create(0) : T.Load(start + c);
        for (int t = 0; t < _count; t++)
        {
            sum = T.MultiplyAdd(T.Load((float*)_sources[t] + c), T.Load((float*)_weights[t] + c), sum);
        }

        sum.Store(target + c);
    }
}
