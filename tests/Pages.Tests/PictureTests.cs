using System.Xml.Linq;

namespace CnnGen.Pages.Tests;

/// <summary>Pictures of pages are SVG that any page may show: sound, without script, with words for who cannot see them.</summary>
public class PictureTests
{
    private const string Training = ".github/training.svg";
    private const int MostBytes = 200_000;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Paths => [.. Repository.Pages.SelectMany(static page => page.Links
        .Where(static link => link.EndsWith(".svg", StringComparison.Ordinal))
        .Select(link => Path.GetRelativePath(Repository.Folder, Path.GetFullPath(Path.Combine(Repository.Folder, Path.GetDirectoryName(page.Path)!, link))).Replace('\\', '/'))).Distinct()];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Has_a_title_and_no_script(string path)
    {
        XElement picture = XDocument.Parse(Repository.Text(path)).Root!;

        picture.Name.ShouldBe(s_svg + "svg");
        picture.Element(s_svg + "title").ShouldNotBeNull().Value.ShouldNotBeEmpty();
        picture.Descendants(s_svg + "script").ShouldBeEmpty();
        picture.Descendants().Attributes().Where(static attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        picture.Descendants().Attributes("href").ShouldAllBe(static link => link.Value.StartsWith('#') || link.Value.StartsWith("data:image/png;base64,"));
    }

    [Fact]
    public void What_moves_stands_still_for_who_asks_and_knows_the_night()
    {
        string picture = Repository.Text(Training);

        picture.ShouldContain("@media(prefers-reduced-motion:reduce){*{animation:none!important}");
        picture.ShouldContain("@media(prefers-color-scheme:dark)");
        picture.Length.ShouldBeLessThan(MostBytes);
    }

    /// <summary>The network of the README is the one that the picture shows and that the file trains.</summary>
    [Theory]
    [InlineData("samples/Digits/digits.cs")]
    [InlineData("tests/Benchmarks/Picture/DigitReader.cs")]
    public void Shows_the_network_of_the_README(string path) =>
        Repository.Text(path).ShouldContain(Repository.Page("README.md").Blocks[0].Text);
}
