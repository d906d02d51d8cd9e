namespace CnnGen.Package.Tests.Templates;

/// <summary>The templates, installed where nothing of the machine's own is touched.</summary>
public sealed class InstalledTemplates
{
    private readonly Packages _packages;
    private readonly string _hive;

    /// <summary>Installs them.</summary>
    public InstalledTemplates(Packages packages)
    {
        _packages = packages;
        _hive = Path.Combine(packages.Folder, "hive");
        DotNet.Run(packages.Folder, null, "new", "install", Path.Combine(packages.Feed, $"CnnGen.Templates.{packages.Version}.nupkg"), "--debug:custom-hive", _hive)
            .Succeeded();
    }

    /// <summary>Makes a project in a folder of its name.</summary>
    internal MadeProject Make(string template, string name, params string[] options)
    {
        string folder = Path.Combine(_packages.Folder, $"{template}-{Guid.NewGuid():N}", name);
        DotNet.Run(_packages.Folder, null, ["new", template, "-o", folder, "--debug:custom-hive", _hive, .. options]).Succeeded();
        return new MadeProject(_packages, folder);
    }
}
