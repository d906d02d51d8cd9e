using System.CommandLine;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary><c>seed-models</c>: measures the sample's networks and prints one JSON object a line.</summary>
internal static class SeedModelsCommand
{
    public static Command Create()
    {
        var options = new SeedModelOptions();
        var command = new Command("seed-models", "Trains and runs the six networks; prints one JSON object a line.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = options.Read(parsed);
            foreach (var model in run.Models)
            {
                Console.WriteLine(SeedBenchmark.Measure(model, run).ToJson());
            }
        });
        return command;
    }
}
