using System.Collections;
using System.Diagnostics;

namespace CnnGen.Package.Tests;

/// <summary>Runs programs as a person would in a terminal: nothing of the test run's own build reaches them.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>The SDK's own program.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Where NuGet keeps what it has downloaded on this machine.</summary>
    public static string PackagesFolder { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs the SDK.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="packages">An own folder for packages; those of the machine are looked up too.</param>
    /// <param name="arguments">The command.</param>
    public static ProgramResult Run(string folder, string? packages, params string[] arguments)
    {
        // No process of the build may outlive it: it would hold our pipes open.
        string[] all = arguments[0] is "run" or "new" or "tool" ? arguments : [.. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false", "-nologo"];
        return Run(Start(Host, packages, all), folder);
    }

    /// <summary>A command of the SDK, or a program that was built, without what this test run sets.</summary>
    /// <param name="program">The program.</param>
    /// <param name="packages">An own folder for packages; those of the machine are looked up too.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Start(string program, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
            start.Environment["NUGET_FALLBACK_PACKAGES"] = PackagesFolder;
        }

        return start;
    }

    /// <summary>Runs a program.</summary>
    public static ProgramResult Run(ProcessStartInfo start, string folder)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ran longer than {s_limit}.");
        }

        return new ProgramResult(process.ExitCode, output.Result + error.Result);
    }
}

/// <summary>What a program came to.</summary>
internal sealed record ProgramResult(int ExitCode, string Output)
{
    public ProgramResult Succeeded()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    /// <summary>It ended with this exit code and said why.</summary>
    public void ShouldFail(int exitCode, string words)
    {
        ExitCode.ShouldBe(exitCode, Output);
        Output.ShouldContain(words);
        Output.ShouldNotContain("Unhandled exception");
    }
}
