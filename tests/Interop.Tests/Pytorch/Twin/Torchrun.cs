using System.Diagnostics;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>PyTorch's launcher of several processes.</summary>
internal static class Torchrun
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    // PyTorch 1.13's torchrun ends with an error on Python 3.11 unless it is told what to redirect: here the output of a process that there is not.
    private static readonly string[] OfDebian = ["--redirects=9:1", "--tee=9:1"];

    /// <summary>Runs a script in a folder, in a number of processes; what it printed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="processes">How many.</param>
    /// <param name="arguments">The script and its arguments.</param>
    public static string Run(string folder, int processes, params IEnumerable<string> arguments)
    {
        string[] launcher = ["-m", "torch.distributed.run", $"--nproc_per_node={processes}", "--rdzv_backend=c10d", "--rdzv_endpoint=localhost:0", "--max_restarts=1", .. OfDebian];
        var start = new ProcessStartInfo(PytorchSession.Interpreter, [.. launcher, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Most))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"torchrun has not ended: {complaints.Result}");
        }

        process.ExitCode.ShouldBe(0, complaints.Result);
        return output.Result;
    }
}
