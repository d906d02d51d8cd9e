using CnnGen.Interop.Onnx;

namespace CnnGen.Interop;

/// <summary>Networks as ONNX files: for ONNX Runtime, OpenCV, TensorRT, browsers, and Netron to look at.</summary>
public static class OnnxFile
{
    /// <summary>
    /// Writes a network with its weights as it computes in inference: opset 17, with the shape of every tensor. An existing file is replaced
    /// only once the new one is whole.
    /// </summary>
    /// <remarks>
    /// What goes in and comes out is what <c>forward</c> takes and gives: maps as N × channels × height × width, whatever
    /// <see cref="DataFormat"/> the declaration has. The batch may have any size. Layers have the names of the summary, weights those of
    /// <c>state_dict</c>. Dropout, noise and augmentation are left out, as they do nothing in inference.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">A layer has no form in ONNX, or the file would be larger than 2 GB.</exception>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void SaveOnnx(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        OnnxGraph graph = OnnxGraph.Of(network);
        AtomicFile.Write(path, stream => OnnxModel.Write(graph, stream));
    }

    /// <summary>What an ONNX file holds: inputs, outputs, operators, and its tensors by name, type and shape. No value of a tensor is read.</summary>
    /// <param name="path">The file, of whichever program. Nothing in it is run or trusted.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged or something else.</exception>
    public static OnnxInfo Inspect(string path) => UntrustedFile.Read(path, "an ONNX file (.onnx)", stream => new OnnxReading(stream).Read(path));
}
