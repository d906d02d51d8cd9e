using System.Globalization;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The same models give the same bytes, wherever and in whatever order they are compiled.</summary>
[Trait("Checklist", "15")]
public class DeterminismTests
{
    private static readonly string[] Sources =
    [
        .. Notebook.All.Values.Select(source => ModelCompiler.Usings + source),
        ModelCompiler.Usings.Replace("Sample", "Other") + LayerModels.All["ConvolutionActivations"],
        ModelCompiler.Usings.Replace("Sample", "Bad") + ErrorCases.All["CNN104_NegativeRate"].Source,
    ];

    [Fact]
    public void Two_runs_give_the_same_files() => Generate(Sources).ShouldBe(Generate(Sources));

    [Fact]
    public void The_order_of_the_sources_does_not_matter() => Generate([.. Sources.Reverse()]).ShouldBe(Generate(Sources));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-CH")]
    public void The_culture_does_not_matter(string name)
    {
        IReadOnlyList<string> expected = Generate(Sources);

        In(name, () => Generate(Sources)).ShouldBe(expected);
    }

    [Fact]
    public void Lines_end_as_they_do_in_the_repository() => Generate(Sources).ShouldAllBe(text => !text.Contains('\r'));

    /// <summary>Sources with Windows's line ends give the same files: nothing of the text itself is copied.</summary>
    [Fact]
    public void Line_ends_of_the_sources_do_not_matter() =>
        Generate([.. Sources.Select(text => text.Replace("\n", "\r\n"))]).ShouldBe(Generate(Sources));

    private static List<string> Generate(IReadOnlyList<string> sources)
    {
        GeneratorRun run = ModelCompiler.GenerateFiles(sources).DidNotCrash();
        return [.. run.Files.Select(f => $"{f.Hint}\n{f.Text}"), .. run.Diagnostics.Select(d => $"{d.Id} {d.GetMessage()}")];
    }

    private static T In<T>(string culture, Func<T> action)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
