namespace CnnGen.Interop.Keras;

/// <summary>Which layer of a file is which of ours: by the names where all of them are there, else by place among those of the class.</summary>
internal static class LayerMatch
{
    /// <summary>For each of our layers the file's; <see langword="null"/> where the file has none.</summary>
    public static IReadOnlyList<KerasLayer?> Of(IReadOnlyList<SlotNode> ours, KerasModel? file)
    {
        if (file is null)
        {
            return [.. ours.Select(static _ => (KerasLayer?)null)];
        }

        var named = new Dictionary<string, KerasLayer>();
        foreach (KerasLayer layer in file.Layers)
        {
            named.TryAdd(layer.Name, layer);
        }

        KerasLayer?[] byName = [.. ours.Select(node => named.GetValueOrDefault(node.Row.Name) is { } layer && IsAlike(node, layer) ? layer : null)];
        return ours.Zip(byName).All(static pair => pair.Second is not null || !pair.First.HasWeights) ? byName : ByPlace(ours, file);
    }

    private static KerasLayer?[] ByPlace(IReadOnlyList<SlotNode> ours, KerasModel file)
    {
        Dictionary<string, Queue<KerasLayer>> waiting = file.Layers.GroupBy(Kind).ToDictionary(static group => group.Key, static group => new Queue<KerasLayer>(group));
        return [.. ours.Select(node => waiting.TryGetValue(Kind(node), out Queue<KerasLayer>? queue) && queue.TryDequeue(out KerasLayer? layer) ? layer : null)];
    }

    private static bool IsAlike(SlotNode node, KerasLayer layer) => Kind(node) == Kind(layer);

    // A chain may have become a graph.
    private static string Kind(SlotNode node) => node.Row.Ends is null ? node.Row.ClassName : "";

    private static string Kind(KerasLayer layer) => layer.Model is null ? layer.ClassName : "";
}
