using System.IO.Compression;
using CnnGen.Fixtures;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The comparison itself: that it sees a difference where there is one.</summary>
public sealed class CorpusComparisonTests : IDisposable
{
    private const string Dense = """{"class":"Dense","args":{"units":3}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_rows_agree() => Compare(Accepted(Dense, "[null,3]", 15)).ToString().ShouldBe("corpus: 1 agree, 0 differ, 0 not offered");

    [Theory]
    [InlineData("[null,3]", 16, "dense: parameters 15, Keras 16")]
    [InlineData("[null,4]", 15, "dense: shape 3, Keras 4")]
    public void Other_rows_differ(string shape, int parameters, string reason) =>
        Compare(Accepted(Dense, shape, parameters)).Differences.ShouldHaveSingleItem().ShouldBe(new Outcome("a", Verdict.Differs, reason));

    [Fact]
    public void Another_text_differs()
    {
        string line = Accepted(Dense, "[null,3]", 15)[..^1] + ""","summary_k2":"Model: \"other\"\n"}""";

        Compare(line).Differences.ShouldHaveSingleItem().Reason
            .ShouldBe("the constant, line 1: 'Model: \"sequential\"', Keras 'Model: \"other\"'");
    }

    [Fact]
    public void What_the_language_lacks_is_counted_by_its_name()
    {
        const string Gru = """{"class":"GRU","args":{"units":3}}""";

        CorpusReport report = Compare(Accepted(Gru, "[null,3]", 1), Accepted(Gru, "[null,3]", 1), Accepted(Dense, "[null,3]", 15));

        report.ToString().ShouldBe("corpus: 1 agree, 0 differ, 2 not offered (GRU 2)");
    }

    [Theory]
    [InlineData(1, Verdict.Agrees)]
    [InlineData(0, Verdict.Differs)]
    public void A_fault_has_to_be_refused_at_its_own_layer(int layer, Verdict verdict) =>
        Compare(Refused(Dense + """,{"class":"Dense","args":{"units":0}}""", layer)).Outcomes.ShouldHaveSingleItem().Verdict.ShouldBe(verdict);

    [Fact]
    public void A_fault_that_is_accepted_differs() =>
        Compare(Refused(Dense, 0)).Differences.ShouldHaveSingleItem().Reason.ShouldBe("Keras refuses dense: no reason; here: accepted");

    [Theory]
    [InlineData("sofmax")]
    [InlineData("soft_max")]
    [InlineData("no identifier")]
    public void What_Csharp_cannot_say_the_compiler_refuses(string word) =>
        Compare(Refused("""{"class":"Dense","args":{"units":3,"activation":"WORD"}}""".Replace("WORD", word), 0)).Count(Verdict.Agrees).ShouldBe(1);

    [Fact]
    public void Gzipped_files_and_others_are_read_and_lines_without_a_model_passed_over()
    {
        using (var zipped = new StreamWriter(new GZipStream(File.Create(Path.Combine(_folder, "zipped.jsonl.gz")), CompressionLevel.Fastest)))
        {
            zipped.WriteLine(Accepted(Dense, "[null,3]", 15));
        }

        File.WriteAllLines(Path.Combine(_folder, "notes.jsonl"), ["""{"note":"nothing"}""", "", "[]"]);
        File.WriteAllText(Path.Combine(_folder, "README.md"), "no corpus");

        IReadOnlyList<string> files = FixtureFolder.Files(_folder);
        files.Select(FixtureFolder.CorpusOf).ShouldBe(["notes", "zipped"]);
        CorpusComparison.Compare(files[0]).ShouldBeNull();
        CorpusComparison.Compare(files[1])!.Count(Verdict.Agrees).ShouldBe(1);
    }

    private CorpusReport Compare(params string[] lines)
    {
        string file = Path.Combine(_folder, "corpus.jsonl");
        File.WriteAllLines(file, lines);
        return CorpusComparison.Compare(file)!;
    }

    private static string Accepted(string layer, string shape, int parameters)
    {
        string name = layer.Contains("GRU") ? "gru" : "dense";
        return "{" + Model(layer) + $$$""","expect":{"layers":[{"name":"{{{name}}}","output_shape":{{{shape}}},"params":{{{parameters}}}}]}}""";
    }

    private static string Refused(string layers, int at) =>
        "{" + Model(layers) + $$$""","reject":{"layer_index":{{{at}}},"layer":"dense","reason":"no reason"}}""";

    private static string Model(string layers) =>
        $$"""
        "id":"a","model":{"kind":"sequential","name":"sequential","input_shape":[4],"layers":[{{layers}}]}
        """;
}
