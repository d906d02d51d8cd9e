using System.CommandLine;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Measuring;

/// <summary><c>networks</c>: measures one network and prints one JSON object.</summary>
internal static class NetworksCommand
{
    public static Command Create()
    {
        var network = NetworkOptions.Network();
        var threads = NetworkOptions.Threads();
        var seconds = NetworkOptions.Seconds();
        var what = NetworkOptions.What();
        var command = new Command("networks", "Trains and runs a network; prints one JSON object.") { network, threads, seconds, what };
        command.SetAction(parsed =>
        {
            var run = new NetworkRun(
                NetworkCatalog.Find(parsed.GetValue(network)!), parsed.GetValue(threads), parsed.GetValue(seconds), parsed.GetValue(what));
            Console.WriteLine(NetworkBenchmark.Measure(run).ToJson());
        });
        return command;
    }
}
