using System.CommandLine;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Onnx;

/// <summary><c>onnx</c>: measures inference of a network that was written as ONNX, and prints one JSON object.</summary>
internal static class OnnxCommand
{
    public static Command Create()
    {
        var network = NetworkOptions.Network();
        var threads = NetworkOptions.Threads();
        var seconds = NetworkOptions.Seconds();
        var many = new Option<string>("--many") { Description = "the model for the network's batches", Required = true };
        var one = new Option<string>("--one") { Description = "the model for one image", Required = true };
        var command = new Command("onnx", "Runs a network in ONNX Runtime; prints one JSON object.") { network, threads, seconds, many, one };
        command.SetAction(parsed =>
        {
            var run = new NetworkRun(
                NetworkCatalog.Find(parsed.GetValue(network)!), parsed.GetValue(threads), parsed.GetValue(seconds), Measured.Inference);
            Console.WriteLine(OnnxBenchmark.Measure(run, parsed.GetValue(many)!, parsed.GetValue(one)!).ToJson());
        });
        return command;
    }
}
