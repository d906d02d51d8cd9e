using CnnGen.Benchmarks.Networks;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace CnnGen.Benchmarks.Onnx;

/// <summary>A model in ONNX Runtime, with its memory bound before the clock starts.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly List<OrtValue> _values = [];

    /// <param name="file">A model for batches of that many images.</param>
    /// <param name="threads">Threads to compute with.</param>
    /// <param name="network">What is known of the network.</param>
    /// <param name="count">Images of a batch.</param>
    public OnnxSession(string file, int threads, NetworkEntry network, int count)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        _session = new InferenceSession(file, options);
        _binding = _session.CreateIoBinding();
        BindInput(network, count);
        foreach (var (name, output) in _session.OutputMetadata) BindOutput(name, output);
    }

    public void Run() => _session.RunWithBinding(_options, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        foreach (var value in _values) value.Dispose();
        _options.Dispose();
        _session.Dispose();
    }

    private void BindInput(NetworkEntry network, int count)
    {
        var images = OrtValue.CreateTensorValueFromMemory(Noise.Images(network, count, 0), [count, .. network.ImageSizes]);
        _values.Add(images);
        _binding.BindInput(_session.InputNames[0], images);
    }

    private void BindOutput(string name, NodeMetadata output)
    {
        var answers = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, TensorElementType.Float, [.. output.Dimensions.Select(length => (long)length)]);
        _values.Add(answers);
        _binding.BindOutput(name, answers);
    }
}
