namespace CnnGen;

/// <summary>Mean and deviation of each channel of an input, example by example, without losing small deviations from large means (Welford, Chan).</summary>
internal sealed class ChannelSums
{
    private readonly DataInput _input;
    private readonly double[] _mean;
    private readonly double[] _squares;
    private readonly double[] _sums;
    private long _count;

    public ChannelSums(DataInput input)
    {
        int channels = input.Shape[^1];
        (_input, _mean, _squares, _sums) = (input, new double[channels], new double[channels], new double[channels]);
    }

    public void Add(ReadOnlySpan<float> example)
    {
        int channels = _mean.Length;
        int positions = example.Length / channels;
        Array.Clear(_sums);
        for (int i = 0; i < example.Length; i++)
        {
            _sums[i % channels] += example[i];
        }

        long all = _count + positions;
        for (int c = 0; c < channels; c++)
        {
            double mean = _sums[c] / positions;
            double squares = 0;
            for (int i = c; i < example.Length; i += channels)
            {
                squares += (example[i] - mean) * (example[i] - mean);
            }

            double apart = mean - _mean[c];
            _squares[c] += squares + (apart * apart * _count * positions / all);
            _mean[c] += apart * positions / all;
        }

        _count = all;
    }

    public InputStatistics ToStatistics() => new(_input.Name, _mean, [.. _squares.Select(square => Math.Sqrt(square / _count))], _count);
}
