using CnnGen.Generator;
using TorchSharp;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>A project in a folder of its own, which references what this program was built with; it is deleted with its folder.</summary>
internal sealed class BuiltProject : IDisposable
{
    /// <param name="properties">Elements of its property group, beside the framework and nullable annotations.</param>
    /// <param name="rest">Further elements of the project.</param>
    public BuiltProject(string properties = "", string rest = "")
    {
        // Nothing of the repository's own settings, and no files above the folder.
        Write("Directory.Build.props", "<Project/>");
        Write("Directory.Build.targets", "<Project/>");
        Write("Directory.Packages.props", "<Project/>");
        Write("Project.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ICnnModel).Assembly.Location}" />
                <Reference Include="{typeof(torch).Assembly.Location}" />
                <Analyzer Include="{typeof(CnnGenerator).Assembly.Location}" Condition="'$(Generate)' != 'false'" />
              </ItemGroup>
              {rest}
            </Project>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("cnngen-build-").FullName;

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Runs a command of the SDK in the folder.</summary>
    /// <exception cref="InvalidOperationException">It failed; its output is in the message.</exception>
    public void Run(params string[] arguments) => MeasurementProcess.Run(["dotnet"], arguments, folder: Folder);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
