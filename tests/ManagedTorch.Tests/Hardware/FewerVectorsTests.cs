using System.Diagnostics;
using System.Reflection;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Hardware;

/// <summary>The kernels' tests once more, in processes that may use less than this machine has.</summary>
public sealed class FewerVectorsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 32)]
    public void The_kernels_give_the_same_without_wide_vectors(string switchedOff, int widestBits)
    {
        var output = RunKernelTests(new() { [switchedOff] = "0", [WidestVectorTests.Limit] = $"{widestBits}" });

        // A filter that matches nothing ends well, too.
        output.ShouldContain($"Passed {typeof(WidestVectorTests).FullName}.");
        output.ShouldContain($"Passed {typeof(Kernels.ConvolutionTests).FullName}.");
        output.ShouldContain("Test Run Successful.");
    }

    private static string RunKernelTests(Dictionary<string, string> environment)
    {
        var filter = $"FullyQualifiedName~{typeof(Kernels.ConvolutionTests).Namespace}.|FullyQualifiedName~{typeof(WidestVectorTests).FullName}";
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["test", Assembly.GetExecutingAssembly().Location, "--filter", filter, "--logger", "console;verbosity=normal"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the tests with {string.Join(", ", environment)} ran longer than {Patience}");
        }

        return output.Result + error.Result;
    }
}
