using System.Xml.Linq;

namespace CnnGen.Package.Tests;

/// <summary>The package TorchSharp-cpu, in the version that this repository builds with.</summary>
internal static class TorchSharpPackage
{
    /// <summary>Without it half a gigabyte is copied for each system. It also makes a file in bin the same as the one in the package.</summary>
    public const string HardLinks = "-p:CreateHardLinksForCopyLocalIfPossible=true";

    private static readonly XElement[] s_versions =
        [.. XDocument.Load(Path.Combine(Build.Repository, "Directory.Packages.props")).Descendants("PackageVersion")];

    /// <summary>Its version.</summary>
    public static string Version { get; } = VersionOf("TorchSharp-cpu");

    /// <summary>References to it and to those of its dependencies whose lower bound a registry need not keep.</summary>
    public static string References { get; } =
        string.Join("\n    ", new[] { "TorchSharp-cpu", "SharpZipLib", "SkiaSharp" }
            .Select(static id => $"""<PackageReference Include="{id}" Version="{VersionOf(id)}" />"""));

    /// <summary>Its native library for Linux, where NuGet keeps it.</summary>
    public static string Library { get; } =
        Path.Combine(DotNet.PackagesFolder, "torchsharp", Version, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    private static string VersionOf(string id) =>
        s_versions.Single(version => version.Attribute("Include")!.Value == id).Attribute("Version")!.Value;
}
