using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class NotebookTests
{
    private static readonly string Report = Path.Combine(Directory.CreateTempSubdirectory("cnngen-notebook-").FullName, "six.html");
    private static readonly ProgramResult Result = SampleProgram.Run("--limit", "128", "--epochs", "1", "--report", Report);

    [Fact]
    public void Shows_every_summary_in_order()
    {
        Result.ExitCode.ShouldBe(0, Result.Error);
        Result.Error.ShouldBeEmpty();
        var position = 0;
        foreach (var model in ModelCatalog.All)
        {
            position = Result.Output.IndexOf(model.Summary, position, StringComparison.Ordinal);
            position.ShouldBeGreaterThan(0, model.Name);
        }
    }

    [Fact]
    public void Ends_with_the_comparison()
    {
        var table = Result.Output[Result.Output.IndexOf("parameters in first", StringComparison.Ordinal)..];

        table.ShouldMatch(@"ValidCnn +2,002,698 +99\.0 % +0 +11\.95 M +\d+ KB +[\d,]+ +\d+\.\d\d %");
        table.ShouldMatch(@"SameCnn +3,231,498 +99\.4 % +0 +17\.89 M +\d+ KB");
        table.ShouldMatch(@"StridedSameCnn +86,666 +75\.8 % +448 ");
        table.ShouldMatch(@"StridedValidCnn +37,514 +44\.0 % +448 ");
    }

    [Fact]
    public void Says_what_it_teaches()
    {
        Result.Output.ShouldContain("Valid against same. Without padding the last map of ValidCnn is 22×22; with it, SameCnn keeps 28×28.");
        Result.Output.ShouldContain("What batch normalization adds. It brings 896 parameters to NormalizedCnn; 448 of them");
        Result.Output.ShouldContain("Strides of one. Every row of the summary is the same");
        Result.Output.ShouldContain("Strides of two. StridedSameCnn halves the map three times, down to 4×4.");
        Result.Output.ShouldContain("Strides without padding. StridedValidCnn ends at 2×2");
    }

    [Fact]
    public void Two_models_that_are_one_network_end_with_one_accuracy() =>
        Result.Output.ReplaceLineEndings(" ").ShouldMatch(@"Both +start from the same seed, and both end at");

    [Fact]
    public void Writes_one_report_of_all_six_and_says_where()
    {
        Result.LastLine.ShouldBe($"report: {Report}");
        new FileInfo(Report).Length.ShouldBeLessThanOrEqualTo(TrainingReport.MaximumBytes);
        var html = File.ReadAllText(Report);
        Directory.Delete(Path.GetDirectoryName(Report)!, recursive: true);

        ModelCatalog.Names.ShouldAllBe(name => html.Contains($"Diagram of {name}", StringComparison.Ordinal));
        html.ShouldContain("The pad cannot run ValidCnn (10.7 MB of weights), SameCnn (17.2 MB of weights), NormalizedCnn (17.2 MB of weights) and UnitStrideCnn (17.2 MB of weights)");
        foreach (var small in new[] { nameof(StridedSameCnn), nameof(StridedValidCnn) })
        {
            html.ShouldContain($"{{\"name\":\"{small}\",\"output\":\"Probabilities\"");
        }
    }

    [Fact]
    public void Fits_into_eighty_characters_up_to_its_paragraphs()
    {
        var table = Result.Output[..Result.Output.IndexOf("Valid against same.", StringComparison.Ordinal)];

        table.Split('\n')[^12..].ShouldAllBe(line => line.TrimEnd().Length <= 80);
    }
}
