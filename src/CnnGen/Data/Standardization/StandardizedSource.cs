namespace CnnGen;

/// <summary>The examples of a data set with mean 0 and deviation 1.</summary>
internal sealed class StandardizedSource : DerivedSource
{
    private readonly (float Mean, float Factor)[][] _channels;

    /// <exception cref="CnnGenException">There are no statistics of an input, or they have another number of channels.</exception>
    public StandardizedSource(Dataset data, Standardization statistics) : base(data)
    {
        // A channel that never changes has nothing to say; it becomes 0.
        _channels = [.. data.Inputs.Select(statistics.Of)
            .Select(static input => input.Mean.Zip(input.Deviation, static (mean, deviation) => ((float)mean, deviation > 0 ? (float)(1 / deviation) : 1f)).ToArray())];
    }

    public override void Read(int index, ExampleWriter example)
    {
        Data.Read(index, example);
        for (int i = 0; i < _channels.Length; i++)
        {
            (float Mean, float Factor)[] channels = _channels[i];
            Span<float> values = example.Input(i);
            for (int place = 0; place < values.Length; place++)
            {
                (float mean, float factor) = channels[place % channels.Length];
                values[place] = (values[place] - mean) * factor;
            }
        }
    }
}
