using System.CommandLine;
using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary><c>peer</c>: measures each network here and in PyTorch in turn and prints how they compare.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var options = new SeedModelOptions();
        var rounds = SeedModelOptions.PositiveNumber("--rounds", "times that each side has its turn; the best counts", 2);
        var python = new Option<string>("--python")
        {
            Description = "Python interpreter with PyTorch",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CNNGEN_PYTHON") ?? "/usr/bin/python3",
        };
        var script = new Option<string?>("--script")
        {
            Description = "pytorch_seed_models.py; looked for in shared/peers beside the folders above this one",
        };

        var command = new Command("peer", "Measures each network here and in PyTorch in turn; prints a table with the ratios.")
        {
            rounds, python, script,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(script) ?? PeerScript.Find();
            return Compare(options.Read(parsed), parsed.GetValue(rounds), new PeerScript(parsed.GetValue(python)!, file));
        });
        return command;
    }

    /// <summary>Each side has its turn before the other has its next, so that what disturbs the machine disturbs both.</summary>
    private static int Compare(SeedModelRun run, int rounds, PeerScript peer)
    {
        Console.WriteLine(PeerTable.Header);
        foreach (var model in run.Models)
        {
            List<SeedMeasurement> ours = [], theirs = [];
            for (var round = 0; round < rounds; round++)
            {
                ours.Add(MeasurementProcess.Run(MeasurementProcess.ThisProgram, ["seed-models", .. run.ToArguments(model)]));
                theirs.Add(peer.Measure(run, model));
            }

            Console.WriteLine(PeerTable.Row(ours, theirs));
        }

        return 0;
    }
}
