using System.IO.Compression;

namespace CnnGen.Package.Tests;

/// <summary>
/// All packages in a folder feed, under a version that no cache has seen, and a folder of packages that lives as long as the tests.
/// </summary>
public sealed class Packages : IDisposable
{
    private static readonly string[] s_projects =
    [
        "CnnGen", "CnnGen.Interop", "CnnGen.Logging", "CnnGen.ManagedTorch", "CnnGen.Pictures", "CnnGen.Templates", "CnnGen.Terminal", "CnnGen.Tool",
    ];

    /// <summary>Packs what the build made.</summary>
    public Packages()
    {
        Folder = Directory.CreateTempSubdirectory("cnngen-package-").FullName;
        foreach (string project in s_projects)
        {
            string[] artifacts = Build.ArtifactsPath is { } path ? ["--artifacts-path", path] : [];
            DotNet.Run(
                Build.Repository, null,
                ["pack", $"src/{project}", "--no-build", "-c", Build.Configuration, "-o", Feed, $"-p:PackageVersion={Version}", "-v", "q", .. artifacts])
                .Succeeded();
        }
    }

    /// <summary>The folder above the feed and the projects that use it.</summary>
    public string Folder { get; }

    /// <summary>The folder feed, where the README's project looks for it.</summary>
    public string Feed => Path.Combine(Folder, "packages");

    /// <summary>What NuGet unpacks.</summary>
    public string Cache => Path.Combine(Folder, "nuget");

    /// <summary>A version of this moment.</summary>
    public string Version { get; } = $"0.2.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    /// <summary>A package's files, but for those that every package has.</summary>
    public IReadOnlyList<string> Files(string id, string extension = "nupkg")
    {
        using ZipArchive package = Open(id, extension);
        return [.. package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && name != "[Content_Types].xml").Order(StringComparer.Ordinal)];
    }

    /// <summary>A file of a package.</summary>
    public string Text(string id, string file)
    {
        using ZipArchive package = Open(id);
        using var reader = new StreamReader(package.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{extension}"));
}
