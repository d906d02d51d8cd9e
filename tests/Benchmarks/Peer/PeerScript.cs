using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>The same measurements in PyTorch.</summary>
internal sealed class PeerScript(string python, string file)
{
    private const string FileName = "pytorch_seed_models.py";

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

    public SeedMeasurement Measure(SeedModelRun run, int model) => MeasurementProcess.Run([python], [file, .. run.ToArguments(model)]);
}
