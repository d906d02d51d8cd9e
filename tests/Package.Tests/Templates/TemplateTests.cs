using System.Xml.Linq;

namespace CnnGen.Package.Tests.Templates;

/// <summary>Projects that <c>dotnet new</c> makes: they build without a warning and do what they say.</summary>
[Collection(nameof(Packages))]
public sealed class TemplateTests(Packages packages, InstalledTemplates templates) : IClassFixture<InstalledTemplates>
{
    /// <summary>Under a name that is none in C#.</summary>
    [Fact]
    public void Cnn_trains_tests_and_predicts()
    {
        MadeProject project = templates.Make("cnn", "my-net").Built();

        string[] lines = project.Run().Succeeded().Output.Trim().Split('\n');

        lines[0].ShouldBe("Model: \"stripe_cnn\"");
        double.Parse(lines[^2].Split(' ')[0]).ShouldBeGreaterThanOrEqualTo(98);
        lines[^1].ShouldMatch("The first one runs (down|across) .* it was drawn \\1\\.");
        File.Exists(Path.Combine(project.Folder, "stripes.safetensors")).ShouldBeTrue();
    }

    [Fact]
    public void Cnn_images_learns_from_a_folder_and_says_what_a_picture_shows()
    {
        MadeProject project = templates.Make("cnn-images", "Birds", "--side", "32").Built();

        project.Run("predict", "nothing.png").ShouldFail(1, "error: nothing.png does not exist");
        project.Run("train", "nowhere").ShouldFail(1, "error: nowhere");
        project.Run("learn").ShouldFail(2, "FOLDER/cats/1.jpg");
        project.Run("train", "").ShouldFail(2, "FOLDER/cats/1.jpg");
        project.Run("predict", " ").ShouldFail(2, "FOLDER/cats/1.jpg");
        project.Run().Succeeded().Output.ShouldContain("of the validation data");
        File.ReadAllText(Path.Combine(project.Folder, "report.html")).ShouldContain("stripes of 05 pixels");
        project.Run("predict", "sample/stripes of 05 pixels/7.png").Succeeded().Output.Split('\n')[0].ShouldContain("stripes of 05 pixels");

        Directory.Delete(Path.Combine(project.Folder, "sample", "stripes of 05 pixels"), recursive: true);
        project.Run("train", "sample").ShouldFail(1, "set Classes in PictureCnn.cs to 2");
    }

    [Fact]
    public void Options_are_written_into_the_project()
    {
        MadeProject project = templates.Make("cnn-images", "Birds", "--classes", "5", "--side", "48", "--torch", "torchsharp");

        string code = File.ReadAllText(Path.Combine(project.Folder, "PictureCnn.cs"));
        code.ShouldContain("Side = 48;");
        code.ShouldContain("Classes = 5;");
        References(project).ShouldBe(
        [
            ("CnnGen", packages.Version), ("CnnGen.Pictures", packages.Version), ("CnnGen.Terminal", packages.Version), ("TorchSharp-cpu", TorchSharpPackage.Version),
        ]);
    }

    [Fact]
    public Task Cnn_web_reads_digits() => ReadsDigits(templates.Make("cnn-web", "Digits").Built());

    [TorchSharpFact]
    public Task Cnn_web_reads_digits_on_TorchSharp() =>
        ReadsDigits(templates.Make("cnn-web", "Digits", "--torch", "torchsharp").Built(TorchSharpPackage.HardLinks));

    // First without weights, which it makes; then with them, and nothing to train on.
    private static async Task ReadsDigits(MadeProject project)
    {
        ShippedDigit[] digits = ShippedDigit.Read(50);

        using (var site = new RunningSite(project, trainsOn: ShippedDigit.Folder))
        {
            await site.Ready();
            (await site.Page()).ShouldContain("<canvas id=\"paper\"");
            (await site.Error("""{"pixels":[0.5]}""")).ShouldContain("784 numbers");
            (await site.CountRight(digits)).ShouldBeGreaterThanOrEqualTo(42);
        }

        using (var site = new RunningSite(project, trainsOn: "nowhere"))
        {
            await site.Ready();
            (await site.CountRight(digits)).ShouldBeGreaterThanOrEqualTo(42);
        }
    }

    private static IEnumerable<(string, string)> References(MadeProject project) => XDocument.Parse(project.Project).Descendants("PackageReference")
        .Select(static reference => (reference.Attribute("Include")!.Value, reference.Attribute("Version")!.Value));
}
