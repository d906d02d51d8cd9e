using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CnnGen.Interop.Keras.Hdf5;

namespace CnnGen.Interop.Keras;

/// <summary>Writes a network as the archive that Keras 3 saves and loads.</summary>
internal static class KerasSaving
{
    // Of the version whose layout is written.
    private const string Version = "3.9.2";

    // An HDF5 file is put together in one array, in which what is not weights takes far less than is left for it.
    private const long MostWeights = int.MaxValue - (64 << 20);

    // Archives know no earlier date, and a file should not differ by when it was written.
    private static readonly DateTimeOffset s_date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="CnnGenException">A layer has no form in Keras, or the weights are more than such a file is written with.</exception>
    public static void Write(INetwork network, Stream stream)
    {
        Dictionary<string, Weight> values = Weights(network);
        byte[] config = ConfigWriter.Write(network.Architecture);
        byte[] weights = Hdf5Writer.Write(Root(network, values));
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, KerasFile.MetadataName, Metadata());
        Part(archive, KerasFile.ConfigName, config);
        Part(archive, KerasFile.WeightsName, weights);
    }

    private static Dictionary<string, Weight> Weights(INetwork network)
    {
        IReadOnlyList<Weight> weights = network.GetWeights();
        long bytes = weights.Sum(static weight => sizeof(float) * weight.Values.LongLength);
        return bytes <= MostWeights
            ? weights.ToDictionary(static weight => weight.Name)
            : throw new CnnGenException(FormattableString.Invariant(
                $"{network.Architecture.Name} takes {bytes / 1e9:0.0} GB as Keras's HDF5, of which at most 2.1 GB are written; {weights.MaxBy(static weight => weight.Values.LongLength)!.Name} is the largest weight. Save its weights with WeightFile.Save instead."));
    }

    private static Hdf5Item Root(INetwork network, Dictionary<string, Weight> weights) => Model(SlotTree.Of(network), network.Architecture.Name, weights);

    private static Hdf5Item Model(IReadOnlyList<SlotNode> nodes, string name, Dictionary<string, Weight> weights)
    {
        var model = new Hdf5Item();
        model.Add("vars", new Hdf5Item { Name = name });
        Hdf5Item layers = model.Add("layers", new Hdf5Item());
        IReadOnlyList<string> groups = KerasNames.Groups(nodes.Select(static node => SavedClasses.ClassOf(node.Row.ClassName)));
        for (int i = 0; i < nodes.Count; i++)
        {
            SlotNode node = nodes[i];
            layers.Add(groups[i], node.Row.Ends is null ? Layer(node, weights) : Model(node.Layers, node.Row.Name, weights));
        }

        return model;
    }

    private static Hdf5Item Layer(SlotNode node, Dictionary<string, Weight> weights)
    {
        var layer = new Hdf5Item();
        Hdf5Item variables = layer.Add("vars", new Hdf5Item { Name = node.Row.Name });
        for (int i = 0; i < node.Slots.Count; i++)
        {
            WeightSlot slot = node.Slots[i];
            Array values = weights[slot.Weight].Values is long[] counts
                ? Array.ConvertAll(counts, static count => (int)Math.Clamp(count, 0, int.MaxValue))
                : slot.ToKeras((float[])weights[slot.Weight].Values);
            variables.Add(i.ToString(CultureInfo.InvariantCulture), Hdf5Item.Dataset(slot.Shape, values));
        }

        return layer;
    }

    private static byte[] Metadata()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("keras_version", Version);
            json.WriteString("date_saved", s_date.ToString("yyyy-MM-dd@HH:mm:ss", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Part(ZipArchive archive, string name, byte[] content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = s_date;
        using Stream part = entry.Open();
        part.Write(content);
    }
}
