using System.Globalization;
using CnnGen.Interop.Keras.Hdf5;

namespace CnnGen.Interop.Keras;

/// <summary>Weights as Keras 3 keeps them: <c>layers/conv2d_1/vars/0</c>, numbered by class.</summary>
internal sealed class GroupReading(INetwork network, string path) : KerasReading(network, path)
{
    private const string Layers = "layers";
    private const string Variables = "vars";

    /// <summary>Reads the layers of a model.</summary>
    /// <param name="ours">Our layers.</param>
    /// <param name="file">The file's; <see langword="null"/> where it does not say.</param>
    /// <param name="model">The group of the model.</param>
    /// <param name="place">What the model is called in errors.</param>
    public void Read(IReadOnlyList<SlotNode> ours, KerasModel? file, Hdf5Group model, string place = "")
    {
        Hdf5Group? layers = model.Group(Layers);
        IReadOnlyList<KerasLayer?> theirs = LayerMatch.Of(ours, file);
        IReadOnlyList<string> groups = GroupsOf(ours, file, theirs, layers);
        for (int i = 0; i < ours.Count; i++)
        {
            Hdf5Group? group = groups[i].Length == 0 ? null : layers?.Group(groups[i]);
            ReadLayer(ours[i], theirs[i], group);
        }

        var known = groups.ToHashSet();
        if (layers?.Names.FirstOrDefault(name => !known.Contains(name) && HasWeights(layers.Group(name))) is { } other)
        {
            throw Other($"{place}{other} is unknown");
        }
    }

    private void ReadLayer(SlotNode node, KerasLayer? layer, Hdf5Group? group)
    {
        if (node.Row.Ends is not null)
        {
            if (group is not null)
            {
                Read(node.Layers, layer?.Model, group, $"{node.Path}/");
            }
            else if (node.HasWeights)
            {
                throw Other($"{node.Path} is missing");
            }

            return;
        }

        Hdf5Group? variables = group?.Group(Variables);
        for (int i = 0; i < node.Slots.Count; i++)
        {
            Take(node.Slots[i], variables?.Dataset(i.ToString(CultureInfo.InvariantCulture)));
        }

        if (variables?.Names.Count > node.Slots.Count)
        {
            throw Other($"{node.Path} has {variables.Names.Count} weights there, expected {node.Slots.Count}");
        }
    }

    // The names of the groups of our layers; none where the file has no such layer.
    private static IReadOnlyList<string> GroupsOf(IReadOnlyList<SlotNode> ours, KerasModel? file, IReadOnlyList<KerasLayer?> theirs, Hdf5Group? layers)
    {
        if (file is null)
        {
            IReadOnlyList<string> own = KerasNames.Groups(ours.Select(static node => node.Row.ClassName));
            return [.. own.Select((name, i) => ours[i].Row.Ends is not null && layers?.Group(name) is null ? OtherKind(name) : name)];
        }

        IReadOnlyList<string> names = KerasNames.Groups(file.Layers.Select(static layer => layer.ClassName));
        Dictionary<KerasLayer, string> groups = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < names.Count; i++)
        {
            groups[file.Layers[i]] = names[i];
        }

        return [.. theirs.Select(layer => layer is null ? "" : groups[layer])];
    }

    // A chain within a model may be a graph there, or the other way round.
    private static string OtherKind(string name) => name.StartsWith("sequential", StringComparison.Ordinal)
        ? $"functional{name["sequential".Length..]}"
        : $"sequential{name["functional".Length..]}";

    private static bool HasWeights(Hdf5Group? group) => group is not null && (group.Group(Variables)?.Names.Count > 0 || group.Group(Layers)?.Names.Count > 0);
}
