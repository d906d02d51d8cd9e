namespace CnnGen.Interop;

/// <summary>A format of files that hold a network or its weights: what to write and read a file by its ending with.</summary>
/// <param name="Name">What programs call it: <c>onnx</c>.</param>
/// <param name="Endings">The endings of its files; the first one is the usual one.</param>
/// <param name="Save">Writes a network to a file.</param>
/// <param name="Load">Gives a network the weights of a file; <see langword="null"/> where none can be read.</param>
/// <param name="Inspect">Says what a file holds, as lines of text; <see langword="null"/> where the format is only written.</param>
public sealed record NetworkFormat(
    string Name, IReadOnlyList<string> Endings, Action<INetwork, string> Save, Action<INetwork, string>? Load = null, Func<string, string>? Inspect = null)
{
    /// <summary>All formats: weights in CnnGen's own, Keras, ONNX, the Python module, PyTorch's and TorchSharp's weights.</summary>
    public static IReadOnlyList<NetworkFormat> All { get; } =
    [
        new("safetensors", [".safetensors"], WeightFile.Save, WeightFile.Load, static path => CheckpointInfo.Read(path).ToString()),
        new("keras", [".keras", ".h5"], static (network, path) => network.SaveKeras(path), static (network, path) => network.LoadKeras(path), static path => KerasFormat.Inspect(path).ToString()),
        new("onnx", [".onnx"], static (network, path) => network.SaveOnnx(path), Inspect: static path => OnnxFile.Inspect(path).ToString()),
        new("pytorch", [".py"], static (network, path) => Pytorch.Write(network.Architecture, path)),
        new("pt", [".pt", ".pth"], static (network, path) => network.SavePytorch(path), static (network, path) => network.LoadPytorch(path), static path => Pytorch.Inspect(path).ToString()),
        new("dat", [".dat"], static (network, path) => network.SaveDat(path), static (network, path) => network.LoadDat(path), static path => TorchSharpDat.Inspect(path).ToString()),
    ];

    /// <summary>The format of a name, whatever the case of its letters.</summary>
    /// <exception cref="CnnGenException">There is none; the message lists all, and guesses which one was meant.</exception>
    public static NetworkFormat Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase)) is { } format)
        {
            return format;
        }

        string? guess = NearestName.Of(name, All.Select(static format => format.Name));
        throw new CnnGenException($"there is no format '{name}'{(guess is null ? "" : $"; did you mean {guess}?")} (formats: {Names(static _ => true)})");
    }

    /// <summary>Gives a network the weights of a file, whichever of the formats it has; one of another ending is taken for safetensors.</summary>
    /// <exception cref="CnnGenException">The file is not of its format, is another network's, or is of a format that is only written.</exception>
    public static void LoadWeights(INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkFormat format = Of(path);
        if (format.Load is not { } load)
        {
            throw new CnnGenException($"{path} has no weights that could be read: those of the format {format.Name} are only written. Give weights in one of {Names(static format => format.Load is not null)}.");
        }

        load(network, path);
    }

    /// <summary>What a file holds, whichever of the formats it has; one of another ending is taken for safetensors, as weights and checkpoints are.</summary>
    /// <returns>Lines of text: what it is, how far a checkpoint's training was, layers, operators, tensors with their shapes.</returns>
    /// <exception cref="CnnGenException">The file is not of its format, or is of one that is only written.</exception>
    public static string Describe(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkFormat format = Of(path);
        return format.Inspect is { } inspect
            ? inspect(path)
            : throw new CnnGenException($"{path} cannot be inspected: files of the format {format.Name} are only written. Give a file in one of {Names(static format => format.Inspect is not null)}.");
    }

    private static NetworkFormat Of(string path)
    {
        string ending = Path.GetExtension(path);
        return All.FirstOrDefault(format => format.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)) ?? All[0];
    }

    private static string Names(Func<NetworkFormat, bool> which) => string.Join(", ", All.Where(which).Select(static format => format.Name));
}
