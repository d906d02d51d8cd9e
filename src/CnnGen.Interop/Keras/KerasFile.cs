using System.IO.Compression;
using System.Text;
using CnnGen.Interop.Keras.Hdf5;

namespace CnnGen.Interop.Keras;

/// <summary>A file of Keras that is open: an archive (<c>.keras</c>), weights alone (<c>.weights.h5</c>), or the older HDF5 (<c>.h5</c>).</summary>
/// <param name="model">What the file says of the model; <see langword="null"/> for weights alone.</param>
/// <param name="weights">The group of its weights.</param>
/// <param name="isLegacy">Whether it has the older layout.</param>
internal sealed class KerasFile(KerasModel? model, Hdf5Group? weights, bool isLegacy)
{
    public const string ConfigName = "config.json";
    public const string MetadataName = "metadata.json";
    public const string WeightsName = "model.weights.h5";

    // Keras packs nothing; who packs an archive again gains little, as weights are noise.
    private const long Unpacked = 16 << 20;

    private const string Expected = "a file of Keras (.keras, .weights.h5 or .h5)";

    /// <summary>What the file says of the model; <see langword="null"/> for weights alone.</summary>
    public KerasModel? Model => model;

    /// <summary>All data sets of its weights, those of an optimizer among them.</summary>
    public IReadOnlyList<TensorInfo> Tensors => weights is null ? [] : Hdf5List.Of(weights);

    /// <summary>Opens a file and reads of it what is wanted. Whatever is wrong with it becomes an error that names it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needsWeights">Whether the weights are wanted; else only the model is read.</param>
    /// <param name="read">Reads what is wanted.</param>
    public static T Read<T>(string path, bool needsWeights, Func<KerasFile, T> read) => UntrustedFile.Read(path, Expected, stream =>
    {
        try
        {
            return read(Open(stream, needsWeights));
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException or OverflowException or EndOfStreamException or InvalidOperationException)
        {
            // A broken number leads to any of these, and System.Text.Json says the last one of a text that is not Unicode.
            throw new FileFault("it is cut short or damaged", exception);
        }
    });

    /// <summary>The file's weights as a network's.</summary>
    public IReadOnlyList<Weight> WeightsOf(INetwork network, string path)
    {
        IReadOnlyList<SlotNode> ours = SlotTree.Of(network, AreRowsMoved());
        if (isLegacy)
        {
            var reading = new LegacyReading(network, path);
            reading.Read(ours, model, weights!);
            return reading.Weights;
        }

        var groups = new GroupReading(network, path);
        groups.Read(ours, model, weights!);
        return groups.Weights;
    }

    // Those of one network are all of one kind, or it is hard to say which dense layer reads which.
    private bool AreRowsMoved()
    {
        DataFormat[] formats = [.. (model?.AllLayers ?? []).Where(static layer => layer.ClassName == "Flatten").Select(static layer => layer.Format ?? DataFormat.ChannelsLast).Distinct()];
        return formats.Length switch
        {
            0 => true,
            1 => formats[0] == DataFormat.ChannelsFirst,
            _ => throw new FileFault("it has Flatten layers of both formats"),
        };
    }

    private static KerasFile Open(Stream stream, bool needsWeights)
    {
        Span<byte> beginning = stackalloc byte[8];
        int read = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Hdf5Group.IsSignature(beginning[..read]) ? OpenHdf5(stream)
            : beginning.StartsWith("PK"u8) ? OpenArchive(stream, needsWeights)
            : throw new FileFault("it is neither an archive nor HDF5");
    }

    private static KerasFile OpenHdf5(Stream stream)
    {
        if (stream.Length > Array.MaxLength)
        {
            throw new FileFault($"it has {stream.Length} bytes, but at most {Array.MaxLength} of HDF5 can be held");
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        Hdf5Group root = Hdf5Group.Root(content);
        KerasModel? model = root.Texts("model_config") is [string config] ? KerasConfig.Read(Encoding.UTF8.GetBytes(config)) : null;
        Hdf5Group? weights = root.Group("model_weights");
        bool isLegacy = weights is not null || root.Texts("layer_names") is not null;
        return new KerasFile(model, weights ?? root, isLegacy);
    }

    private static KerasFile OpenArchive(Stream stream, bool needsWeights)
    {
        var archive = new UntrustedArchive(stream, hasSums: true);
        KerasModel model = KerasConfig.Read(Part(archive, ConfigName));
        return new KerasFile(model, needsWeights ? Hdf5Group.Root(Part(archive, WeightsName)) : null, isLegacy: false);
    }

    private static byte[] Part(UntrustedArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.Find(name) ?? throw new FileFault($"it has no {name}");
        long most = Math.Min(archive.Length, entry.CompressedLength) + Unpacked;
        return archive.Bytes(entry, (int)Math.Min(most, Array.MaxLength));
    }
}
