using System.Runtime.InteropServices;

namespace CnnGen.Package.Tests;

/// <summary>A test that publishes with the runtime, which NuGet has to have or to get; else it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimePackFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_missing = new(Missing);

    public RuntimePackFactAttribute() => Skip = s_missing.Value;

    // Asks by restoring an empty project: what that needs depends on the SDK.
    private static string? Missing()
    {
        string folder = Directory.CreateTempSubdirectory("cnngen-runtime-pack-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Empty.csproj"), """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <SelfContained>true</SelfContained>
                    <PublishTrimmed>true</PublishTrimmed>
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
