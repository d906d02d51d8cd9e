using System.CommandLine;
using System.Globalization;
using CnnGen.Benchmarks.Networks;
using CnnGen.Benchmarks.Onnx;
using CnnGen.Benchmarks.Peer.Contestants;
using CnnGen.Benchmarks.Peer.Goals;

namespace CnnGen.Benchmarks.Peer;

/// <summary><c>peer</c>: measures each network here and in its peers, in turn, and prints how they compare.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var options = new PeerOptions();
        var command = new Command("peer", "Measures each network here, in PyTorch, in ONNX Runtime and with another backend, in turn; prints a table with the ratios and the goals.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var pyTorch = new PyTorchScript(options.Python(parsed), options.Script(parsed) ?? PyTorchScript.FindDefinitions());
            using var files = new OnnxFiles(pyTorch);
            List<IContestant> peers = [pyTorch];
            if (options.Program(parsed) is { } assembly) peers.Add(new BuiltProgram(assembly));
            peers.Add(new OnnxRuntimeContestant(files));
            Compare(options.Runs(parsed), peers, options.Rounds(parsed), options.Markdown(parsed));
        });
        return command;
    }

    private static void Compare(IReadOnlyList<NetworkRun> runs, IReadOnlyList<IContestant> peers, int rounds, string? markdown)
    {
        var tournament = new Tournament(peers, rounds);
        NetworkComparison[] comparisons = [.. runs.Select(tournament.Play)];
        var table = PeerTable.Text(comparisons);
        Console.WriteLine(table);
        if (markdown is null) return;
        var libraries = string.Join(", ", comparisons[0].Theirs.Select(peer => peer.Library));
        MarkdownReport.Write(markdown, $"{MachineDescription.Text(libraries)}\n\n{Conditions(runs[0], rounds)}\n\n{table}");
    }

    private static string Conditions(NetworkRun run, int rounds) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {run.Threads} threads here; the peers with 1 and {run.Threads}, PyTorch with both layouts, their allocator tuned, the better counts for each figure.
        Training with Adam. Batches of 64 (1 to 6), 8 (224 × 224), 2 (U-Net, 256 × 256) and 32 (odd channels, 64 × 64). The best of {rounds} turns of {run.Seconds} s.
        """);
}
