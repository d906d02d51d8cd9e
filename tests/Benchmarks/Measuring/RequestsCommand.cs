using System.CommandLine;
using CnnGen.Benchmarks.Networks;
using TorchSharp;

namespace CnnGen.Benchmarks.Measuring;

/// <summary><c>requests</c>: how evenly a network answers several requests at once, as a web server's thread pool makes them.</summary>
internal static class RequestsCommand
{
    /// <summary>How many times the median the slowest hundredth may take.</summary>
    private const double Allowed = 10;

    public static Command Create()
    {
        var network = NetworkOptions.Network();
        var threads = NetworkOptions.Threads();
        var seconds = NetworkOptions.Seconds();
        var clients = NumberOption.Positive("--clients", "requests under way at any time", 8);
        var command = new Command("requests", "Answers requests on the thread pool; exits with 1 if the 99th percentile is more than 10 times the median.")
        {
            network, threads, seconds, clients,
        };
        command.SetAction(parsed =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            var entry = NetworkCatalog.Find(parsed.GetValue(network)!);
            var latencies = RequestBenchmark.Measure(entry, parsed.GetValue(clients), parsed.GetValue(seconds));
            var (median, slowest) = (RequestBenchmark.Percentile(latencies, 0.5), RequestBenchmark.Percentile(latencies, 0.99));
            Console.WriteLine(
                $"{entry.Name}: {latencies.Length:N0} requests, {parsed.GetValue(clients)} at once: median {median * 1e6:N0} µs, " +
                $"99th percentile {slowest * 1e6:N0} µs, {slowest / median:F1} times (at most {Allowed:F0})");
            return slowest <= Allowed * median ? 0 : 1;
        });
        return command;
    }
}
