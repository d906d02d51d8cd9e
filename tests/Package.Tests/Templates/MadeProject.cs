using System.Diagnostics;

namespace CnnGen.Package.Tests.Templates;

/// <summary>A project that was made of a template.</summary>
internal sealed class MadeProject(Packages packages, string folder)
{
    public string Folder => folder;

    /// <summary>The text of its project file.</summary>
    public string Project => File.ReadAllText(Directory.GetFiles(folder, "*.csproj").ShouldHaveSingleItem());

    /// <summary>Builds it, with warnings as errors.</summary>
    public MadeProject Built(params string[] options)
    {
        DotNet.Run(folder, packages.Cache, ["build", "-warnaserror", "-v", "q", $"-p:RestoreAdditionalProjectSources={packages.Feed}", .. options]).Succeeded();
        return this;
    }

    /// <summary>Runs what was built.</summary>
    public ProgramResult Run(params string[] arguments) => DotNet.Run(Command(arguments), folder);

    /// <summary>What runs the program in the project's folder, as <c>dotnet run</c> does.</summary>
    public ProcessStartInfo Command(params string[] arguments)
    {
        string program = Path.Combine(folder, "bin", "Debug", "net10.0", $"{Path.GetFileName(folder)}.dll");
        ProcessStartInfo start = DotNet.Start(DotNet.Host, null, [program, .. arguments]);
        start.WorkingDirectory = folder;
        return start;
    }
}
