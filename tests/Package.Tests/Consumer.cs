namespace CnnGen.Package.Tests;

/// <summary>A project made by the README's own steps, in an empty folder.</summary>
internal sealed class Consumer
{
    private readonly Packages _packages;

    public Consumer(Packages packages)
    {
        _packages = packages;
        Folder = Directory.CreateDirectory(Path.Combine(packages.Folder, $"Stripes-{Guid.NewGuid():N}")).FullName;
        Write("Stripes.csproj", Readme.Project.Replace("Version=\"0.1.0\"", $"Version=\"{packages.Version}\""));
        Program = Readme.Program;
    }

    public string Folder { get; }

    public string Program { set => Write("Program.cs", value); }

    public ProgramResult Run(params string[] arguments) => DotNet.Run(Folder, _packages.Cache, arguments);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
}
