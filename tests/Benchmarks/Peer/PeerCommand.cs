using System.CommandLine;
using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary><c>peer</c>: measures each network here and in PyTorch, or with another backend, in turn and prints how they compare.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var options = new SeedModelOptions();
        var rounds = SeedModelOptions.PositiveNumber("--rounds", "times that each side has its turn; the best counts", 2);
        var calls = LatencyCommand.Calls();
        var python = new Option<string>("--python")
        {
            Description = "Python interpreter with PyTorch",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CNNGEN_PYTHON") ?? "/usr/bin/python3",
        };
        var script = new Option<string?>("--script")
        {
            Description = "pytorch_seed_models.py; looked for in shared/peers beside the folders above this one",
        };
        var program = new Option<string?>("--program")
        {
            Description = "CnnGen.Benchmarks.dll of a build with another backend, which is measured in PyTorch's place",
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "file whose measured section is replaced by the table and the machine's description, such as tests/Benchmarks/RESULTS.md",
        };

        var command = new Command("peer", "Measures each network here and in PyTorch, or with another backend, in turn; prints a table with the ratios and the goals.")
        {
            rounds, calls, python, script, program, markdown,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            IContestant peer = parsed.GetValue(program) is { } assembly
                ? BuiltProgram.At(assembly)
                : new PeerScript(parsed.GetValue(python)!, parsed.GetValue(script) ?? PeerScript.Find());
            Compare(OnSameDigits(options.Read(parsed)), parsed.GetValue(rounds), parsed.GetValue(calls), peer, parsed.GetValue(markdown));
        });
        return command;
    }

    // Memory, too, is compared, and both sides read all of their data: the digits that ship with the sample are enough.
    private static SeedModelRun OnSameDigits(SeedModelRun run) => run with { Data = run.Data ?? Path.Combine(AppContext.BaseDirectory, "Digits") };

    private static void Compare(SeedModelRun run, int rounds, int calls, IContestant peer, string? markdown)
    {
        List<ModelComparison> models = [];
        foreach (var model in run.Models)
        {
            Console.Error.WriteLine($"model {model} …");
            models.Add(Compare(run, model, rounds, calls, peer));
        }

        var table = PeerTable.Text(models);
        Console.WriteLine(table);
        if (markdown is null) return;
        var conditions = $"Batches of {run.BatchSize}, {run.Images} images a pass, {run.Threads} threads; the best of {rounds} turns.";
        MarkdownReport.Write(markdown, $"{MachineDescription.Text(models[0].Theirs.Library)}\n\n{conditions}\n\n{table}");
    }

    /// <summary>Each side has its turn before the other has its next, so that what disturbs the machine disturbs both.</summary>
    private static ModelComparison Compare(SeedModelRun run, int model, int rounds, int calls, IContestant peer)
    {
        var comparison = new ModelComparison(model, new Figures(), new Figures());
        for (var round = 0; round < rounds; round++)
        {
            comparison.Ours.AddTurn(BuiltProgram.This, run, model, calls);
            comparison.Theirs.AddTurn(peer, run, model, calls);
        }

        return comparison;
    }
}
