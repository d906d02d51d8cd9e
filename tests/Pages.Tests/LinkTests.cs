namespace CnnGen.Pages.Tests;

/// <summary>Links of a page to another place in the repository lead there.</summary>
public class LinkTests
{
    public static TheoryData<string> Paths => [.. Repository.Pages.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Lead_somewhere(string path)
    {
        Page page = Repository.Page(path);

        page.Links.Where(link => !IsElsewhere(link) && !Leads(page, link)).ShouldBeEmpty();
    }

    /// <summary>So that the test above has something to look at.</summary>
    [Fact]
    public void Are_found() => Repository.Page("README.md").Links.ShouldContain(".github/CONTRIBUTING.md");

    [Fact]
    public void Name_headings_as_GitHub_does() =>
        Repository.Page("samples/Mnist/Digits/README.md").Anchors.ShouldContain("licences");

    private static bool IsElsewhere(string link) => Uri.TryCreate(link, UriKind.Absolute, out _);

    private static bool Leads(Page page, string link)
    {
        string[] parts = link.Split('#');
        string path = parts[0].Length == 0 ? page.Path : Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]);
        string full = Path.GetFullPath(Path.Combine(Repository.Folder, path));
        if (!full.StartsWith(Repository.Folder, StringComparison.Ordinal) || !Path.Exists(full))
        {
            return false;
        }

        return parts.Length == 1
            || Repository.Page(Path.GetRelativePath(Repository.Folder, full).Replace('\\', '/')).Anchors.Contains(parts[1]);
    }
}
