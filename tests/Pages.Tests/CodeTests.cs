namespace CnnGen.Pages.Tests;

/// <summary>All code on all pages compiles without a warning, shapes in its comments included.</summary>
public class CodeTests
{
    private static readonly IReadOnlyList<CodeBlock> s_blocks =
        [.. Repository.Pages.Where(static page => !HasTestsOfItsOwn(page)).SelectMany(static page => page.Blocks).Where(static block => block.IsCSharp)];

    private static readonly Lazy<PageCompiler> s_compiler = new(static () => new PageCompiler(s_blocks.Select(static block => block.Text)));

    public static TheoryData<string> Keys => [.. s_blocks.Select(static block => block.Key)];

    [Fact]
    public void Fences_name_their_language() =>
        Repository.Pages.SelectMany(static page => page.Blocks).Where(static block => block.Language.Length == 0).Select(static block => block.Key).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Compiles(string key) => s_compiler.Value.Complaints(s_blocks.Single(block => block.Key == key).Text).ShouldBeEmpty();

    [Fact]
    public void Generated_code_compiles() => s_compiler.Value.ToldOfNoPiece.ShouldBeEmpty();

    // Their wrong code is compiled elsewhere.
    private static bool HasTestsOfItsOwn(Page page) =>
        page.Path == MistakeTests.Path || page.Path.StartsWith("generator/rules/", StringComparison.Ordinal);
}
