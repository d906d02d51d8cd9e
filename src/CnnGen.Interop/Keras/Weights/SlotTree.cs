namespace CnnGen.Interop.Keras;

/// <summary>The layers of a network with their weights as Keras keeps them.</summary>
internal sealed class SlotTree
{
    private readonly Dictionary<string, LayerCall> _calls;
    private readonly Dictionary<string, Weight> _weights;
    private readonly bool _areRowsMoved;

    private SlotTree(INetwork network, bool areRowsMoved)
    {
        _areRowsMoved = areRowsMoved;
        _calls = [];
        foreach (LayerCall call in NetworkGraph.Of(network.Architecture).Calls)
        {
            _calls.TryAdd(call.Path, call);
        }

        _weights = network.GetWeights().ToDictionary(static weight => weight.Name);
    }

    /// <summary>The layers of a network, in Keras's order and without its inputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="areRowsMoved">
    /// Whether Keras's Flatten of a network of channels first moves the channels to the end; it does where it was told that it gets them first.
    /// </param>
    public static IReadOnlyList<SlotNode> Of(INetwork network, bool areRowsMoved = true) =>
        new SlotTree(network, areRowsMoved).Nodes(network.Architecture.Layers, "");

    private List<SlotNode> Nodes(IReadOnlyList<LayerSummary> rows, string path) =>
    [
        .. rows.Where(static row => row.ClassName != "InputLayer").Select(row => row.Ends is null
            ? new SlotNode(row, path + row.Name, _calls.TryGetValue(path + row.Name, out LayerCall? call) ? Slots(call) : [], [])
            : new SlotNode(row, path + row.Name, [], Nodes(row.Layers, $"{path}{row.Name}/"))),
    ];

    private IReadOnlyList<WeightSlot> Slots(LayerCall call) => call.ClassName switch
    {
        "Dense" => [Rows(call), .. Bias(call.Module)],
        "BatchNormalization" => [.. Affine(call), Statistics(call, "running_mean", "moving_mean"), Statistics(call, "running_var", "moving_variance")],
        "GroupNormalization" => [.. Affine(call)],
        "LayerNormalization" => [.. Affine(call)],
        "PReLU" => [Slopes(call)],
        "LayerScale" => [Plain($"{call.Module}.gamma", true, "gamma")],
        "Normalization" when _weights.ContainsKey($"{call.Module}.mean") =>
            [Plain($"{call.Module}.mean", false, "mean"), Plain($"{call.Module}.variance", false, "variance"), Plain($"{call.Module}.count", false, "count")],
        ['S', 'e', 'p', ..] => [Depthwise(call.ModuleOf("depthwise"), call, "depthwise_kernel"), Kernel(call.ModuleOf("pointwise"), "pointwise_kernel"), .. Bias(call.ModuleOf("pointwise"))],
        ['D', 'e', 'p', ..] => [Depthwise(call.Module, call, "kernel"), .. Bias(call.Module)],
        ['C', 'o', 'n', 'v', ..] => [Kernel(call.Module, "kernel"), .. Bias(call.Module)],
        _ => [],
    };

    // Height, width, what goes in, what comes out; ours begin with the last two, the last one first. Transposed ones too, in their sense.
    private WeightSlot Kernel(string module, string name)
    {
        IReadOnlyList<long> ours = Shape($"{module}.weight");
        int axes = ours.Count - 2;
        long[] shape = [.. ours.Skip(2), ours[1], ours[0]];
        return new WeightSlot($"{module}.weight", shape, shape, [axes + 1, axes, .. Enumerable.Range(0, axes)], true, name);
    }

    // Height, width, channels, multiplier; ours have channels and multiplier as one.
    private WeightSlot Depthwise(string module, LayerCall call, string name)
    {
        IReadOnlyList<long> ours = Shape($"{module}.weight");
        int axes = ours.Count - 2;
        long multiplier = (long)(call.Layer.Arguments.FirstOrDefault(static argument => argument.Name == "depthMultiplier")?.Numbers[0] ?? 1);
        long[] shape = [.. ours.Skip(2), ours[0] / multiplier, multiplier];
        return new WeightSlot($"{module}.weight", shape, shape, [axes, axes + 1, .. Enumerable.Range(0, axes)], true, name);
    }

    private WeightSlot Rows(LayerCall call)
    {
        string weight = $"{call.Module}.weight";
        IReadOnlyList<long> ours = Shape(weight);
        long[] shape = [ours[1], ours[0]];
        if (call.Numbers("flattened") is not { } map || (call.Format == DataFormat.ChannelsFirst && !_areRowsMoved))
        {
            return new WeightSlot(weight, shape, shape, [1, 0], true, "kernel");
        }

        int axes = map.Count - 1;
        return new WeightSlot(weight, shape, [.. map.Select(static size => (long)size), ours[0]], [axes + 1, axes, .. Enumerable.Range(0, axes)], true, "kernel");
    }

    private IEnumerable<WeightSlot> Bias(string module) => _weights.ContainsKey($"{module}.bias") ? [Plain($"{module}.bias", true, "bias")] : [];

    // Keras has only those of the two that it uses; ours has both, and the other one changes nothing.
    private IEnumerable<WeightSlot> Affine(LayerCall call)
    {
        if (Has(call, "scale"))
        {
            yield return Along(call, $"{call.Module}.weight", "gamma");
        }

        if (Has(call, "center"))
        {
            yield return Along(call, $"{call.Module}.bias", "beta");
        }
    }

    private static bool Has(LayerCall call, string flag) => call.Layer.Arguments.FirstOrDefault(argument => argument.Name == flag)?.Numbers is not [0];

    private WeightSlot Statistics(LayerCall call, string ours, string name) => Plain($"{call.Module}.{ours}", false, name);

    // A layer normalization has a number for each place along its axes, in their order.
    private WeightSlot Along(LayerCall call, string weight, string name)
    {
        IReadOnlyList<int> map = call.Layer.OutputShape;
        if (call.ClassName != "LayerNormalization")
        {
            return Plain(weight, true, name);
        }

        int[] places = [.. (call.Numbers("axis") ?? [map.Count]).Select(static axis => (int)axis - 1).Order()];
        return Placed(call, weight, [.. places.Select(place => (long)map[place])], places, name);
    }

    private WeightSlot Slopes(LayerCall call)
    {
        IReadOnlyList<int> map = call.Layer.OutputShape;
        HashSet<int> shared = [.. (call.Numbers("sharedAxes") ?? []).Select(static axis => (int)axis - 1)];
        return Placed(call, $"{call.Module}.weight", [.. map.Select((size, place) => shared.Contains(place) ? 1L : size)], [.. Enumerable.Range(0, map.Count)], "alpha");
    }

    // Maps have their channels first here.
    private static WeightSlot Placed(LayerCall call, string weight, long[] shape, int[] places, string name)
    {
        bool areMoved = call.Format == DataFormat.ChannelsLast && call.Layer.OutputShape.Count > 1 && places[^1] == call.Layer.OutputShape.Count - 1;
        int[] order = [.. Enumerable.Range(0, places.Length)];
        return new WeightSlot(weight, shape, shape, areMoved ? [order[^1], .. order[..^1]] : order, true, name);
    }

    private WeightSlot Plain(string weight, bool isTrained, string name)
    {
        IReadOnlyList<long> shape = Shape(weight);
        return new WeightSlot(weight, shape, shape, [.. Enumerable.Range(0, shape.Count)], isTrained, name);
    }

    private IReadOnlyList<long> Shape(string weight) => _weights[weight].Shape;
}
