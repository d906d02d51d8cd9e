using CnnGen.Interop.Keras.Hdf5;

namespace CnnGen.Interop.Keras;

/// <summary>Weights as the older HDF5 files keep them: a group for each layer by its name, and in it a list of the weights' names.</summary>
internal sealed class LegacyReading(INetwork network, string path) : KerasReading(network, path)
{
    /// <summary>Reads the layers of the model.</summary>
    /// <param name="ours">Our layers.</param>
    /// <param name="file">The file's; <see langword="null"/> where it does not say.</param>
    /// <param name="weights">The group of all layers.</param>
    public void Read(IReadOnlyList<SlotNode> ours, KerasModel? file, Hdf5Group weights)
    {
        SlotNode[] weighted = [.. ours.Where(static node => node.HasWeights)];
        Dictionary<string, IReadOnlyList<string>> names = [];
        foreach (string layer in List(weights, "layer_names"))
        {
            names.TryAdd(layer, weights.Group(layer) is { } group ? List(group, "weight_names") : throw new FileFault($"its layer '{layer}' is missing"));
        }

        string[] there = [.. names.Where(static pair => pair.Value.Count > 0).Select(static pair => pair.Key)];
        if (there.Length != weighted.Length)
        {
            throw Other($"{there.Length} layers have weights there, expected {weighted.Length}");
        }

        IReadOnlyList<KerasLayer?> layers = LayerMatch.Of(ours, file);
        bool areNamed = weighted.All(node => there.Contains(node.Row.Name));
        for (int i = 0; i < weighted.Length; i++)
        {
            KerasLayer? layer = layers[IndexOf(ours, weighted[i])];
            string name = layer is not null && there.Contains(layer.Name) ? layer.Name : areNamed ? weighted[i].Row.Name : there[i];
            ReadLayer(weighted[i], layer, weights.Group(name)!, names[name]);
        }
    }

    private void ReadLayer(SlotNode node, KerasLayer? layer, Hdf5Group group, IReadOnlyList<string> names)
    {
        (WeightSlot Slot, bool IsTrained)[] natural = [.. InOrder(node, layer)];
        bool isFrozen = layer is { IsTrainable: false };
        WeightSlot[] slots = [.. natural.Where(one => one.IsTrained || isFrozen).Concat(natural.Where(one => !one.IsTrained && !isFrozen)).Select(static one => one.Slot)];
        if (slots.Length != names.Count)
        {
            throw Other($"{node.Path} has {names.Count} weights there, expected {slots.Length}");
        }

        for (int i = 0; i < slots.Length; i++)
        {
            Take(slots[i], group.Dataset(names[i]));
        }
    }

    // Layer by layer; a model lists all that training changes before the rest.
    private static IEnumerable<(WeightSlot Slot, bool IsTrained)> InOrder(SlotNode node, KerasLayer? layer)
    {
        if (node.Row.Ends is null)
        {
            bool isTrained = layer?.IsTrainable ?? node.Row.Trainable;
            return node.Slots.Select(slot => (slot, isTrained && slot.IsTrained));
        }

        IReadOnlyList<KerasLayer?> layers = LayerMatch.Of(node.Layers, layer?.Model);
        return node.Layers.SelectMany((inner, i) => InOrder(inner, layers[i]));
    }

    private static int IndexOf(IReadOnlyList<SlotNode> nodes, SlotNode node)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (ReferenceEquals(nodes[i], node))
            {
                return i;
            }
        }

        return -1;
    }

    // A list that is too long for one attribute is cut into several.
    private static IReadOnlyList<string> List(Hdf5Group group, string name)
    {
        if (group.Texts(name) is { } whole)
        {
            return whole;
        }

        List<string> all = [];
        for (int i = 0; group.Texts(FormattableString.Invariant($"{name}{i}")) is { } part; i++)
        {
            all.AddRange(part);
        }

        return all.Count > 0 ? all : throw new FileFault($"its HDF5 part has no attribute '{name}'");
    }
}
