using System.Xml.Linq;

namespace CnnGen.Package.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(Packages))]
[Trait("Checklist", "23")]
public sealed class PackageTests(Packages packages)
{
    [Fact]
    public void CnnGen_brings_the_generator_the_fixes_and_the_completion_along() => packages.Files("CnnGen").ShouldBe(
    [
        "CnnGen.nuspec",
        "LICENSE",
        "README.md",
        "analyzers/dotnet/cs/CnnGen.CodeFixes.dll",
        "analyzers/dotnet/cs/CnnGen.Completion.dll",
        "analyzers/dotnet/cs/CnnGen.Generator.dll",
        "buildTransitive/CnnGen.targets",
        "buildTransitive/GeneratedFiles.targets",
        "buildTransitive/MarkVersionAsWeak.cs",
        "buildTransitive/TorchSharp.targets",
        "icon.png",
        "lib/net10.0/CnnGen.dll",
        "lib/net10.0/CnnGen.xml",
    ]);

    [Fact]
    public void Interop_is_a_library() => packages.Files("CnnGen.Interop").ShouldBe(
    [
        "CnnGen.Interop.nuspec",
        "LICENSE",
        "README.md",
        "icon.png",
        "lib/net10.0/CnnGen.Interop.dll",
        "lib/net10.0/CnnGen.Interop.xml",
    ]);

    [Fact]
    public void Logging_is_a_library() => packages.Files("CnnGen.Logging").ShouldBe(
    [
        "CnnGen.Logging.nuspec",
        "LICENSE",
        "README.md",
        "icon.png",
        "lib/net10.0/CnnGen.Logging.dll",
        "lib/net10.0/CnnGen.Logging.xml",
    ]);

    [Fact]
    public void ManagedTorch_is_a_library() => packages.Files("CnnGen.ManagedTorch").ShouldBe(
    [
        "CnnGen.ManagedTorch.nuspec",
        "LICENSE",
        "README.md",
        "buildTransitive/CnnGen.ManagedTorch.targets",
        "icon.png",
        "lib/net10.0/CnnGen.ManagedTorch.dll",
        "lib/net10.0/CnnGen.ManagedTorch.xml",
    ]);

    [Fact]
    public void Pictures_is_a_library() => packages.Files("CnnGen.Pictures").ShouldBe(
    [
        "CnnGen.Pictures.nuspec",
        "LICENSE",
        "README.md",
        "icon.png",
        "lib/net10.0/CnnGen.Pictures.dll",
        "lib/net10.0/CnnGen.Pictures.xml",
    ]);

    [Fact]
    public void Templates_hold_what_becomes_of_them() => packages.Files("CnnGen.Templates").ShouldBe(
    [
        "CnnGen.Templates.nuspec",
        "LICENSE",
        "README.md",
        "content/cnn-images/.template.config/template.json",
        "content/cnn-images/Classifier.cs",
        "content/cnn-images/Network.1.csproj",
        "content/cnn-images/PictureCnn.cs",
        "content/cnn-images/Program.cs",
        "content/cnn-images/SamplePictures.cs",
        "content/cnn-web/.template.config/template.json",
        "content/cnn-web/DigitCnn.cs",
        "content/cnn-web/DigitReader.cs",
        "content/cnn-web/Network.1.csproj",
        "content/cnn-web/Program.cs",
        "content/cnn-web/appsettings.json",
        "content/cnn-web/wwwroot/index.html",
        "content/cnn-web/wwwroot/page.css",
        "content/cnn-web/wwwroot/page.js",
        "content/cnn/.template.config/template.json",
        "content/cnn/Network.1.csproj",
        "content/cnn/Program.cs",
        "content/cnn/StripeCnn.cs",
        "content/cnn/StripeData.cs",
        "icon.png",
    ]);

    [Fact]
    public void Terminal_is_a_library() => packages.Files("CnnGen.Terminal").ShouldBe(
    [
        "CnnGen.Terminal.nuspec",
        "LICENSE",
        "README.md",
        "icon.png",
        "lib/net10.0/CnnGen.Terminal.dll",
        "lib/net10.0/CnnGen.Terminal.xml",
    ]);

    [Fact]
    public void Tool_is_a_program_with_all_that_it_needs() => packages.Files("CnnGen.Tool").ShouldBe(
    [
        "CnnGen.Tool.nuspec",
        "LICENSE",
        "README.md",
        "icon.png",
        "tools/net10.0/any/CnnGen.Interop.dll",
        "tools/net10.0/any/CnnGen.Tool.deps.json",
        "tools/net10.0/any/CnnGen.Tool.dll",
        "tools/net10.0/any/CnnGen.Tool.runtimeconfig.json",
        "tools/net10.0/any/CnnGen.dll",
        "tools/net10.0/any/DotnetToolSettings.xml",
        "tools/net10.0/any/Google.Protobuf.dll",
        "tools/net10.0/any/System.CommandLine.dll",
    ]);

    [Theory]
    [InlineData("CnnGen", new string[0])]
    [InlineData("CnnGen.Interop", new[] { "CnnGen", "Google.Protobuf" })]
    [InlineData("CnnGen.Logging", new[] { "CnnGen", "Microsoft.Extensions.Logging.Abstractions" })]
    [InlineData("CnnGen.ManagedTorch", new[] { "System.Numerics.Tensors" })]
    [InlineData("CnnGen.Pictures", new[] { "CnnGen", "JpegLibrary" })]
    [InlineData("CnnGen.Templates", new string[0])]
    [InlineData("CnnGen.Terminal", new[] { "CnnGen", "Spectre.Console" })]
    [InlineData("CnnGen.Tool", new string[0])]
    public void Dependencies_are_declared_and_none_is_Roslyn(string id, string[] expected) =>
        Nuspec(id).Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value)
            .ShouldBe(expected);

    [Theory]
    [InlineData("CnnGen")]
    [InlineData("CnnGen.Interop")]
    [InlineData("CnnGen.Logging")]
    [InlineData("CnnGen.ManagedTorch")]
    [InlineData("CnnGen.Pictures")]
    [InlineData("CnnGen.Templates")]
    [InlineData("CnnGen.Terminal")]
    [InlineData("CnnGen.Tool")]
    public void Licence_and_description_are_stated(string id)
    {
        XElement[] metadata = Nuspec(id);

        Value("license").ShouldBe("MIT");
        Value("readme").ShouldBe("README.md");
        Value("icon").ShouldBe("icon.png");
        Value("description").ShouldNotBeEmpty();

        string Value(string name) => metadata.Single(element => element.Name.LocalName == name).Value;
    }

    [Theory]
    [InlineData("CnnGen")]
    [InlineData("CnnGen.Interop")]
    [InlineData("CnnGen.Logging")]
    [InlineData("CnnGen.ManagedTorch")]
    [InlineData("CnnGen.Pictures")]
    [InlineData("CnnGen.Terminal")]
    public void Symbols_are_in_a_package_beside_it(string id) =>
        packages.Files(id, "snupkg").ShouldBe([$"{id}.nuspec", $"lib/net10.0/{id}.pdb"]);

    private XElement[] Nuspec(string id) => [.. XDocument.Parse(packages.Text(id, $"{id}.nuspec")).Descendants()];
}
