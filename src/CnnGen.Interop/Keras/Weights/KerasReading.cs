using CnnGen.Interop.Keras.Hdf5;

namespace CnnGen.Interop.Keras;

/// <summary>The weights of a file as ours. Each is read only when its shape is right, so that a file that lies costs nothing.</summary>
/// <param name="network">The network.</param>
/// <param name="path">The file.</param>
internal abstract class KerasReading(INetwork network, string path)
{
    private readonly Dictionary<string, Weight> _weights = network.GetWeights().ToDictionary(static weight => weight.Name);

    /// <summary>The weights by our names. What Keras does not keep stays as it is.</summary>
    public IReadOnlyList<Weight> Weights => [.. _weights.Values];

    /// <summary>Takes a data set as one of our weights.</summary>
    /// <param name="slot">The weight.</param>
    /// <param name="data">The data set; <see langword="null"/> where the file has none.</param>
    protected void Take(WeightSlot slot, Hdf5Dataset? data)
    {
        Weight ours = _weights[slot.Weight];
        if (data is null)
        {
            throw Other($"{slot.Weight} ({slot.Name}) is missing");
        }

        if (!data.Shape.SequenceEqual(slot.Shape))
        {
            throw Other($"{slot.Weight} ({slot.Name}) is {Text(data.Shape)} there, expected {Text(slot.Shape)}");
        }

        _weights[slot.Weight] = ours with { Values = ours.Values is long[] ? data.Integers() : slot.ToOurs(data.Floats()) };
    }

    /// <summary>The error of a file that belongs to another model.</summary>
    protected CnnGenException Other(string difference) => new($"{path} is for another model than {network.Architecture.Name}: {difference}.");

    private static string Text(IReadOnlyList<long> shape) => shape.Count == 0 ? "a single number" : string.Join('×', shape);
}
