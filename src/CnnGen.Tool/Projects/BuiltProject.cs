using System.ComponentModel;
using System.Diagnostics;

namespace CnnGen.Tool.Projects;

/// <summary>Finds the assembly of a project.</summary>
internal static class BuiltProject
{
    /// <param name="path">An assembly, a project, which is built, or the folder of one.</param>
    /// <returns>The assembly's file.</returns>
    /// <exception cref="CnnGenException">There is no such file or project, or it cannot be built.</exception>
    public static string Find(string path)
    {
        if (Directory.Exists(path))
        {
            string[] projects = Directory.GetFiles(path, "*.csproj");
            return projects.Length == 1
                ? Build(projects[0])
                : throw new CnnGenException($"{Path.GetFullPath(path)} has {(projects.Length == 0 ? "no project" : "several projects")}: name a project or a built assembly.");
        }

        return !File.Exists(path) ? throw new CnnGenException($"{path} does not exist: name a project, its folder, or a built assembly.")
            : path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? Build(path)
            : path;
    }

    private static string Build(string project)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet",
            ["build", project, "-v", "q", "-nologo", "-t:Build", "-getProperty:TargetPath"])
        {
            RedirectStandardOutput = true,
        };
        using Process build = Start(start);
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            foreach (string line in output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)))
            {
                Console.Error.WriteLine(line.Trim());
            }

            throw new CnnGenException($"{project} cannot be built.");
        }

        string target = output.Trim();
        return File.Exists(target) ? target : throw new CnnGenException($"{project} gives no assembly of its own, as one for several frameworks does: name the one to take.");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new CnnGenException($"{start.FileName} cannot be started, which builds projects: install the .NET SDK and put it into PATH, or name a built assembly.", exception);
        }
    }
}
