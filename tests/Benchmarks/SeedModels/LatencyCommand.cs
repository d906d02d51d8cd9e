using System.CommandLine;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary><c>latency</c>: how long each of the sample's networks takes for one image; prints one JSON object a line.</summary>
internal static class LatencyCommand
{
    public static Command Create()
    {
        var model = SeedModelOptions.Model();
        var threads = SeedModelOptions.Threads();
        var calls = Calls();
        var command = new Command("latency", "Runs the six networks on one image at a time; prints one JSON object a line.") { model, threads, calls };
        command.SetAction(parsed =>
        {
            foreach (int number in SeedModelOptions.Numbers(parsed.GetValue(model)!))
            {
                Console.WriteLine(LatencyBenchmark.Measure(number, parsed.GetValue(threads), parsed.GetValue(calls)).ToJson());
            }
        });
        return command;
    }

    public static Option<int> Calls() =>
        SeedModelOptions.PositiveNumber("--calls", "calls with one image, of which the median counts, once warm", 1000);
}
