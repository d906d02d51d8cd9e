using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CnnGen.Package.Tests.Tool;

/// <summary>The command <c>cnngen</c>, installed into a folder.</summary>
public sealed class InstalledTool
{
    private readonly Packages _packages;
    private readonly string _program;

    /// <summary>Installs it.</summary>
    public InstalledTool(Packages packages)
    {
        _packages = packages;
        string folder = Path.Combine(packages.Folder, "tool");
        DotNet.Run(packages.Folder, packages.Cache, "tool", "install", "CnnGen.Tool", "--tool-path", folder, "--version", packages.Version, "--source", packages.Feed)
            .Succeeded();
        _program = Path.Combine(folder, "cnngen");
    }

    /// <summary>Runs it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="arguments">The command.</param>
    internal ProgramResult Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string?>(), arguments);

    /// <summary>Runs it in another environment.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="environment">Variables that are changed, or, where they have no value, taken away.</param>
    /// <param name="arguments">The command.</param>
    internal ProgramResult Run(string folder, Dictionary<string, string?> environment, params string[] arguments)
    {
        ProcessStartInfo start = DotNet.Start(_program, _packages.Cache, arguments);
        // Where this very run has its .NET from, whatever the machine says.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach ((string name, string? value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return DotNet.Run(start, folder);
    }
}
