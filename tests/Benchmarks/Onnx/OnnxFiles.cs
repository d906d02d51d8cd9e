using System.Globalization;
using CnnGen.Benchmarks.Networks;
using CnnGen.Benchmarks.Peer.Contestants;

namespace CnnGen.Benchmarks.Onnx;

/// <summary>Models that PyTorch's exporter wrote, each when it is first asked for; gone at the end.</summary>
internal sealed class OnnxFiles(PyTorchScript exporter) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-onnx-").FullName;

    /// <summary>The file of a network, for batches of that many images.</summary>
    public string Of(NetworkEntry network, int count)
    {
        var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{network.Name}-{count}.onnx"));
        if (!File.Exists(file)) exporter.Export(network, count, file);
        return file;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
