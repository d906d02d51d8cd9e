namespace CnnGen.Interop;

/// <summary>Weights in the format of TorchSharp's own <c>module.save</c> and <c>module.load</c>.</summary>
public static class TorchSharpDat
{
    private const string What = "weights that TorchSharp's module.save wrote (.dat)";

    /// <summary>Writes the weights as <c>module.save(path)</c> does. An existing file is replaced only once the new one is whole.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void SaveDat(this INetwork model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        AtomicFile.Write(path, stream => DatFile.Write(stream, model.GetWeights()));
    }

    /// <summary>Reads weights that <c>module.save(path)</c> wrote. All is checked before the first weight is overwritten.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged, or is for another model; the message names what is wrong.</exception>
    public static void LoadDat(this INetwork model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        WeightFile.Assign(model, UntrustedFile.Read(path, What, stream => StoredWeights.Of(model, DatFile.Tensors(stream))), path);
    }

    /// <summary>What a file of <c>module.save(path)</c> holds: its tensors by name, type and shape. No value of them is read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged.</exception>
    public static WeightsInfo Inspect(string path) => UntrustedFile.Read(path, What, stream => new WeightsInfo(path, "TorchSharp's module.save", DatFile.Tensors(stream)));
}
