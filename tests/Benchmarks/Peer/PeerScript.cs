using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>The same measurements in PyTorch.</summary>
internal sealed class PeerScript(string python, string file) : IContestant
{
    private const string FileName = "pytorch_seed_models.py";

    private static readonly string LatencyFile = Path.Combine(AppContext.BaseDirectory, "Peer", "pytorch_latency.py");

    /// <summary>The script in <c>shared/peers</c> beside this folder or one above it.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "peers", FileName);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException($"there is no shared/peers/{FileName} in or above {Environment.CurrentDirectory}; --script names it.");
    }

    public SeedMeasurement Measure(SeedModelRun run, int model) =>
        SeedMeasurement.FromJson(MeasurementProcess.Run([python], [file, .. run.ToArguments(model)]));

    public LatencyMeasurement MeasureLatency(int model, int threads, int calls) =>
        LatencyMeasurement.FromJson(MeasurementProcess.Run([python], [LatencyFile, "--models", file, .. LatencyCommand.ToArguments(model, threads, calls)]));
}
