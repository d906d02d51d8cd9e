using System.Globalization;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>The same networks in PyTorch: measured, or written as ONNX.</summary>
/// <param name="python">An interpreter with PyTorch.</param>
internal sealed class PyTorchScript(string python) : IContestant
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Peer", "pytorch_networks.py");

    public string Name => "PyTorch";

    /// <summary>With one thread and with all, and with a pixel's channels side by side and a plane apart.</summary>
    public IEnumerable<Func<NetworkMeasurement>> Turn(NetworkRun run) =>
        from attempt in Attempts.Threads(run)
        from layout in new[] { "nhwc", "nchw" }
        select (Func<NetworkMeasurement>)(() => Measure(attempt, layout));

    /// <summary>Writes a network as ONNX.</summary>
    /// <param name="network">The network.</param>
    /// <param name="count">Images of a batch.</param>
    /// <param name="file">Where to.</param>
    public void Export(NetworkEntry network, int count, string file) => Run(network, count, ["--network", network.Name, "--export", file]);

    private NetworkMeasurement Measure(NetworkRun run, string layout) =>
        NetworkMeasurement.FromJson(Run(run.Network, run.Network.BatchSize, [.. run.ToArguments(), "--layout", layout]));

    private string Run(NetworkEntry network, int count, IEnumerable<string> arguments)
    {
        string[] described =
        [
            Script,
            "--batch", count.ToString(CultureInfo.InvariantCulture),
            "--image", string.Join(',', network.ImageSizes),
            "--classes", network.Classes.ToString(CultureInfo.InvariantCulture),
        ];
        return MeasurementProcess.Run([python], [.. described, .. arguments], TunedAllocator.Environment);
    }
}
