namespace CnnGen.Package.Tests;

/// <summary>A project made by the README's own steps, in an empty folder.</summary>
internal sealed class Consumer
{
    private const string ManagedBackend = """<PackageReference Include="CnnGen.ManagedTorch" Version="0.2.0" />""";

    private readonly Packages _packages;

    /// <param name="packages">What it references.</param>
    /// <param name="backend">References that take the place of the one to the managed backend.</param>
    public Consumer(Packages packages, string? backend = null)
    {
        _packages = packages;
        Folder = Directory.CreateDirectory(Path.Combine(packages.Folder, $"Stripes-{Guid.NewGuid():N}")).FullName;
        string project = backend is null ? Readme.Project : Readme.Project.Replace(ManagedBackend, backend);
        Write("Stripes.csproj", project.Replace("Version=\"0.2.0\"", $"Version=\"{packages.Version}\""));
        Program = Readme.Program;
    }

    public string Folder { get; }

    public string Program { set => Write("Program.cs", value); }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public ProgramResult Run(params string[] arguments) => DotNet.Run(Folder, _packages.Cache, arguments);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
}
