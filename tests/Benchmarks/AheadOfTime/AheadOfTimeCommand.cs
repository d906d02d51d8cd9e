using System.CommandLine;
using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.AheadOfTime;

/// <summary><c>aot</c>: what a program that is compiled ahead of time gains and loses beside the runtime's compiler.</summary>
internal static class AheadOfTimeCommand
{
    private const int Starts = 10;

    public static Command Create()
    {
        var rounds = NumberOption.Positive("--rounds", "trainings of each, in turns", 8);
        var epochs = NumberOption.Positive("--epochs", "epochs of a training, of which the later half counts", 6);
        var command = new Command("aot", "Publishes one program as usual and with PublishAot; measures its training, its first answer and its size.") { rounds, epochs };
        command.SetAction(parsed => Measure(parsed.GetValue(rounds), parsed.GetValue(epochs)));
        return command;
    }

    // 0, or 1 if the two have not learned the same.
    private static int Measure(int rounds, int epochs)
    {
        using var usual = PublishedProgram.ForTheRuntime();
        using var ahead = PublishedProgram.AheadOfTime();
        Console.WriteLine("SameCnn on the sample's digits, images a second, median of the later epochs of each round:");
        Console.WriteLine("| round | runtime | ahead of time | ratio |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        List<double> runtime = [], compiled = [];
        for (var round = 0; round < rounds; round++)
        {
            // Each begins as often as the other: what changes steadily falls on both.
            PublishedProgram[] turn = round % 2 == 0 ? [usual, ahead] : [ahead, usual];
            foreach (var program in turn) (program == ahead ? compiled : runtime).Add(Statistics.Median(program.Train(epochs)));
            Console.WriteLine($"| {round + 1} | {runtime[^1]:F0} | {compiled[^1]:F0} | {compiled[^1] / runtime[^1]:F3} |");
        }

        Console.WriteLine($"| median | {Statistics.Median(runtime):F0} | {Statistics.Median(compiled):F0} | "
            + $"{Statistics.Median([.. compiled.Zip(runtime, static (ours, theirs) => ours / theirs)]):F3} |");
        Console.WriteLine($"| best | {runtime.Max():F0} | {compiled.Max():F0} | {compiled.Max() / runtime.Max():F3} |");
        var isSame = ahead.Weights.AsSpan().SequenceEqual(usual.Weights);
        Console.WriteLine($"Both have learned {(isSame ? "the same weights, to the bit" : "different weights")}.");
        Console.WriteLine();
        Console.WriteLine($"{ahead.Bytes:N0} bytes; milliseconds from the start to the first answer, weights read within, {Starts} starts: "
            + $"ahead of time {Times(ahead)}, runtime {Times(usual)}.");
        return isSame ? 0 : 1;
    }

    private static string Times(PublishedProgram program)
    {
        double[] times = [.. Enumerable.Range(0, Starts).Select(_ => program.FirstAnswer().TotalMilliseconds)];
        return $"{times.Min():F0} to {times.Max():F0} (median {Statistics.Median(times):F0})";
    }
}
