using System.CommandLine;
using System.Globalization;
using CnnGen.Benchmarks.Measuring;
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
            var pyTorch = new PyTorchScript(options.Python(parsed));
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
        MarkdownReport.Write(markdown, $"{MachineDescription.Text(libraries)}\n\n{Conditions(runs, rounds)}\n\n{table}");
    }

    private static string Conditions(IReadOnlyList<NetworkRun> runs, int rounds) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {runs[0].Threads} threads here; the peers with 1 and {runs[0].Threads}, PyTorch with both layouts, their allocator tuned: the best counts for each figure.
        Training with Adam; batches of {BatchSizes(runs)}. {rounds} turns of each side, {runs[0].Seconds} s for each figure.
        """);

    /// <summary>Each size with the numbers of the networks that have it.</summary>
    private static string BatchSizes(IReadOnlyList<NetworkRun> runs) => string.Join(
        ", ",
        runs.GroupBy(run => run.Network.BatchSize, run => run.Network.Number)
            .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key} (networks {string.Join(", ", same)})")));
}
