namespace CnnGen;

/// <summary>
/// Gives a network's <c>Normalization</c> layer what was found from the data to train with (Keras: <c>adapt</c>). Mean and variance are then a part of
/// the network and of its weight file, and whoever predicts with it need not know them.
/// </summary>
public static class NormalizationStatistics
{
    /// <summary>Sets mean, variance and count of the layer.</summary>
    /// <param name="network">The network, before it is trained.</param>
    /// <param name="statistics">What was found from the data to train with.</param>
    /// <param name="layer">The layer's name; it can be left out where the network has one such layer.</param>
    /// <param name="input">The input that goes into the layer; it can be left out where the data has one input.</param>
    /// <exception cref="CnnGenException">There is no such layer or input, or it has another number of channels.</exception>
    public static void Adapt(this INetwork network, Standardization statistics, string? layer = null, string? input = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(statistics);
        InputStatistics found = Input(statistics, input);
        IReadOnlyList<Weight> weights = network.GetWeights();
        string name = Layer(network, weights, layer);
        double[] variance = [.. found.Deviation.Select(static deviation => deviation * deviation)];
        network.SetWeights([.. weights.Select(weight =>
            weight.Name == name + ".mean" ? Filled(network, weight, found.Mean)
            : weight.Name == name + ".variance" ? Filled(network, weight, variance)
            : weight.Name == name + ".count" ? Filled(network, weight, [found.Count])
            : weight)]);
    }

    private static InputStatistics Input(Standardization statistics, string? name)
    {
        string names = string.Join(", ", statistics.Inputs.Select(static one => $"'{one.Name}'"));
        return name is null
            ? statistics.Inputs.Count == 1 ? statistics.Inputs[0] : throw new CnnGenException($"The data has the inputs {names}: say which one goes into the layer.")
            : statistics.Inputs.FirstOrDefault(one => one.Name == name) ?? throw new CnnGenException($"The data has no input '{name}', but {names}.");
    }

    private static string Layer(INetwork network, IReadOnlyList<Weight> weights, string? layer)
    {
        const string Ending = ".variance";
        string[] layers = [.. weights.Select(static weight => weight.Name).Where(static name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(static name => name[..^Ending.Length])];
        string names = layers.Length == 0 ? "none" : string.Join(", ", layers.Select(static name => $"'{name}'"));
        return layer is not null && layers.Contains(layer) ? layer
            : layer is null && layers.Length == 1 ? layers[0]
            : throw new CnnGenException(layer is null && layers.Length > 1
                ? $"{network.Architecture.Name} has the layers {names}: say which one is meant."
                : $"{network.Architecture.Name} has no Normalization layer{(layer is null ? "" : $" '{layer}'")}; it has {names}.");
    }

    private static Weight Filled(INetwork network, Weight weight, IReadOnlyList<double> values)
    {
        if (weight.Values.Length != values.Count)
        {
            throw new CnnGenException(
                $"'{weight.Name}' of {network.Architecture.Name} has {weight.Values.Length} values, but the data has {values.Count} channels: the statistics are of other data.");
        }

        return weight with
        {
            Values = weight.Values switch
            {
                long[] => values.Select(static value => (long)value).ToArray(),
                _ => values.Select(static value => (float)value).ToArray(),
            },
        };
    }
}
