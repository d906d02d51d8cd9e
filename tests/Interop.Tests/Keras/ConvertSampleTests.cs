using System.Diagnostics;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>The program of samples/Convert as a process of its own.</summary>
public class ConvertSampleTests
{
    [Theory]
    [InlineData(2, "FILE must not be empty.", "keras", "")]
    [InlineData(2, "FILE must not be empty.", "keras", " ")]
    [InlineData(2, "--out must not be empty.", "keras", "model.keras", "--out", "")]
    [InlineData(2, "--name must not be empty.", "keras", "model.keras", "--name", "")]
    [InlineData(1, "nothing.keras does not exist; expected a file of Keras (.keras, .weights.h5 or .h5).", "keras", "nothing.keras")]
    public async Task What_is_wrong_is_one_line(int exitCode, string message, params string[] arguments)
    {
        using Process program = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "CnnGen.Samples.Convert.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = program.StandardOutput.ReadToEndAsync();
        string error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        (program.ExitCode, error).ShouldBe((exitCode, $"error: {message}{Environment.NewLine}"));
        (await output).ShouldBeEmpty();
    }
}
