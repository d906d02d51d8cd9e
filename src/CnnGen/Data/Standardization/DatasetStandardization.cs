namespace CnnGen;

/// <summary>Brings what goes into a network to mean 0 and standard deviation 1.</summary>
public static class DatasetStandardization
{
    /// <summary>The same examples, each channel less its mean and divided by its standard deviation. A channel that never changes becomes 0.</summary>
    /// <param name="data">Any data: to train, to validate or to test with.</param>
    /// <param name="statistics">What was found from the data to train with.</param>
    /// <exception cref="CnnGenException">There are no statistics of an input, or they have another number of channels.</exception>
    public static Dataset Standardize(this Dataset data, Standardization statistics)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(statistics);
        return new Dataset(new StandardizedSource(data, statistics)).As(data.Role);
    }
}
