using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CnnGen.Package.Tests;

/// <summary>A test that publishes with the runtime, which NuGet has to have or to get; else it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimePackFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_missing = new(() => Missing("PublishTrimmed"));

    public RuntimePackFactAttribute() => Skip = s_missing.Value;

    /// <summary>What is wrong where an empty project is restored: what it needs depends on the SDK. <see langword="null"/> where nothing is.</summary>
    /// <param name="property">How it is published.</param>
    public static string? Missing(string property)
    {
        string folder = Directory.CreateTempSubdirectory("cnngen-runtime-pack-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Empty.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <SelfContained>true</SelfContained>
                    <{property}>true</{property}>
                  </PropertyGroup>
                </Project>
                """);
            ProgramResult result = DotNet.Run(folder, null, "restore", "-r", RuntimeInformation.RuntimeIdentifier, "-v", "q");
            return result.ExitCode == 0 ? null : $"No runtime to publish with can be had: {result.Output.Trim().Split('\n')[0]}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A test that compiles ahead of time, which wants a linker too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AheadOfTimeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_missing = new(static () => Linker() ?? RuntimePackFactAttribute.Missing("PublishAot"));

    public AheadOfTimeFactAttribute() => Skip = s_missing.Value;

    // The SDK takes clang, or else gcc.
    private static string? Linker() => OperatingSystem.IsWindows() || new[] { "clang", "gcc" }.Any(Runs) ? null : "There is neither clang nor gcc to link with.";

    private static bool Runs(string program)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
