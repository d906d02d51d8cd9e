using System.Globalization;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>The same networks in PyTorch: measured, or written as ONNX.</summary>
/// <param name="python">An interpreter with PyTorch.</param>
/// <param name="definitions">The script that defines the notebook's six.</param>
internal sealed class PyTorchScript(string python, string definitions) : IContestant
{
    private const string DefinitionsFile = "pytorch_seed_models.py";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Peer", "pytorch_networks.py");

    public string Name => "PyTorch";

    /// <summary>The six networks' script in <c>shared/peers</c> beside this folder or one above it.</summary>
    public static string FindDefinitions()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "peers", DefinitionsFile);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException($"there is no shared/peers/{DefinitionsFile} in or above {Environment.CurrentDirectory}; --script names it.");
    }

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
            "--definitions", definitions,
            "--batch", count.ToString(CultureInfo.InvariantCulture),
            "--image", string.Join(',', network.ImageSizes),
            "--classes", network.Classes.ToString(CultureInfo.InvariantCulture),
        ];
        return MeasurementProcess.Run([python], [.. described, .. arguments], TunedAllocator.Environment);
    }
}
