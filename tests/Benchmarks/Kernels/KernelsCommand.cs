using System.CommandLine;

namespace CnnGen.Benchmarks.Kernels;

/// <summary><c>kernels</c>: what share of the machine's peak each kernel of the managed backend reaches.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "Threads to use.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var repeat = new Option<int>("--repeat") { Description = "Measurements of each kernel; the best counts.", DefaultValueFactory = _ => 20 };
        var only = new Option<string>("--only") { Description = "Only kernels whose name contains this.", DefaultValueFactory = _ => "" };
        var command = new Command("kernels", "Measures each kernel's GFLOP/s as a share of the multiply-add peak of the same run.") { threads, repeat, only };
        command.SetAction(parsed => KernelBenchmark.Run(parsed.GetValue(threads), parsed.GetValue(repeat), parsed.GetValue(only) ?? ""));
        return command;
    }
}
