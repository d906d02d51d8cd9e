using System.Text;

namespace CnnGen.Interop;

/// <summary>Networks for PyTorch: weights as <c>.pt</c> both ways, and the network itself as a Python module.</summary>
public static class Pytorch
{
    private const string What = "weights that torch.save wrote, of PyTorch 1.6 or newer (.pt)";

    /// <summary>
    /// Writes the weights as <c>torch.save(model.state_dict(), path)</c> does: <c>torch.load</c> reads them, with <c>weights_only=True</c> too. An existing
    /// file is replaced only once the new one is whole.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file, <c>.pt</c> or <c>.pth</c>.</param>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void SavePytorch(this INetwork model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        AtomicFile.Write(path, stream => PtWriter.Write(stream, model.GetWeights()));
    }

    /// <summary>
    /// Reads weights that <c>torch.save</c> wrote: a <c>state_dict</c>, or a dictionary that has one as <c>state_dict</c>, <c>model_state_dict</c> or
    /// <c>model</c>. Nothing in the file is run. All is checked before the first weight is overwritten.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file. PyTorch 1.6 or newer has written it.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged, calls something, or is for another model; the message names what is wrong.</exception>
    public static void LoadPytorch(this INetwork model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        WeightFile.Assign(model, UntrustedFile.Read(path, What, stream => StoredWeights.Of(model, new PtReader(stream).Tensors())), path);
    }

    /// <summary>What a file of <c>torch.save</c> holds: its tensors by name, type and shape. No value of them is read, and nothing in the file is run.</summary>
    /// <param name="path">The file. PyTorch 1.6 or newer has written it.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged, or calls something.</exception>
    public static WeightsInfo Inspect(string path) => UntrustedFile.Read(path, What, stream => new WeightsInfo(path, "torch.save", new PtReader(stream).Tensors()));

    /// <summary>
    /// Writes the network as a Python module that PyTorch alone is needed for: the class with the names of weights that it has here and Keras's start
    /// values, and, with <c>[Training]</c>, a <c>main</c> for <c>torchrun</c> that trains it on several processes or machines as the declaration says.
    /// </summary>
    /// <param name="model">The network: <c>ValidCnn.Architecture</c>.</param>
    /// <param name="path">The file, <c>valid_cnn.py</c>. An existing one is replaced.</param>
    /// <exception cref="CnnGenException">A layer has no twin in PyTorch; the message names it.</exception>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void Write(ModelSummary model, string path)
    {
        byte[] text = Encoding.UTF8.GetBytes(ToPython(model));
        AtomicFile.Write(path, stream => stream.Write(text));
    }

    /// <summary>The text that <see cref="Write"/> writes.</summary>
    /// <param name="model">The network.</param>
    /// <exception cref="CnnGenException">A layer has no twin in PyTorch; the message names it.</exception>
    public static string ToPython(ModelSummary model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return TwinText.Of(model);
    }
}
