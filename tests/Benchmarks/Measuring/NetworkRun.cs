using System.Globalization;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>What to measure, and how.</summary>
/// <param name="Network">The network.</param>
/// <param name="Threads">Threads to compute with.</param>
/// <param name="Seconds">How long each figure is measured, once warm.</param>
/// <param name="What">Training, inference or both.</param>
internal sealed record NetworkRun(NetworkEntry Network, int Threads, double Seconds, Measured What)
{
    /// <summary>Batches that training and inference go through in turn, here and in the PyTorch script.</summary>
    public const int Batches = 4;

    /// <summary>The command line that measures like this, here and in the PyTorch script.</summary>
    public IEnumerable<string> ToArguments() => [.. ToArgumentsOfInference(), "--what", What.ToString().ToLowerInvariant()];

    /// <summary>The same for a command that knows nothing but inference.</summary>
    public IEnumerable<string> ToArgumentsOfInference() =>
    [
        "--network", Network.Name,
        "--threads", Threads.ToString(CultureInfo.InvariantCulture),
        "--seconds", Seconds.ToString(CultureInfo.InvariantCulture),
    ];
}
