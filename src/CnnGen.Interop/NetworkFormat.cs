namespace CnnGen.Interop;

/// <summary>A format of files that hold a network or its weights: what to write and read a file by its ending with.</summary>
/// <param name="Name">What programs call it: <c>onnx</c>.</param>
/// <param name="Endings">The endings of its files; the first one is the usual one.</param>
/// <param name="Save">Writes a network to a file.</param>
/// <param name="Load">Gives a network the weights of a file; <see langword="null"/> where the format is only written.</param>
public sealed record NetworkFormat(string Name, IReadOnlyList<string> Endings, Action<INetwork, string> Save, Action<INetwork, string>? Load = null)
{
    /// <summary>All formats: weights in CnnGen's own, Keras, ONNX, the Python module, PyTorch's and TorchSharp's weights.</summary>
    public static IReadOnlyList<NetworkFormat> All { get; } =
    [
        new("safetensors", [".safetensors"], WeightFile.Save, WeightFile.Load),
        new("keras", [".keras", ".h5"], static (network, path) => network.SaveKeras(path), static (network, path) => network.LoadKeras(path)),
        new("onnx", [".onnx"], static (network, path) => network.SaveOnnx(path)),
        new("pytorch", [".py"], static (network, path) => Pytorch.Write(network.Architecture, path)),
        new("pt", [".pt", ".pth"], static (network, path) => network.SavePytorch(path), static (network, path) => network.LoadPytorch(path)),
        new("dat", [".dat"], static (network, path) => network.SaveDat(path), static (network, path) => network.LoadDat(path)),
    ];

    /// <summary>Gives a network the weights of a file, whichever of the formats it has; one of another ending is taken for safetensors.</summary>
    /// <exception cref="CnnGenException">The file is not of its format, is another network's, or is of a format that is only written.</exception>
    public static void LoadWeights(INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string ending = Path.GetExtension(path);
        NetworkFormat format = All.FirstOrDefault(format => format.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)) ?? All[0];
        if (format.Load is not { } load)
        {
            throw new CnnGenException($"{path} has no weights that could be read: files of the format {format.Name} are only written. Give weights in one of {string.Join(", ", Readable)}.");
        }

        load(network, path);
    }

    private static IEnumerable<string> Readable => All.Where(static format => format.Load is not null).Select(static format => format.Name);
}
