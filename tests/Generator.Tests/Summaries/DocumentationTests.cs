using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Hovering over a model shows its table.</summary>
public class DocumentationTests
{
    [Fact]
    public void The_class_is_documented_with_its_table()
    {
        GeneratorRun run = ModelCompiler.Generate(Notebook.StridedSameCnn).HasNoDiagnostics();

        string code = XElement.Parse(run.Model.GetDocumentationCommentXml()!).Descendants("code").ShouldHaveSingleItem().Value;

        Lines(code).ShouldBe(Lines(run.SummaryConstant()));
    }

    /// <summary>One summary a class: where its author has written it, the table is a remark. A build without documentation files does not parse it.</summary>
    [Theory]
    [InlineData(DocumentationMode.Diagnose)]
    [InlineData(DocumentationMode.None)]
    public void The_author_s_own_summary_is_the_only_one(DocumentationMode mode)
    {
        const string own = "/// <summary>Which digit is it?</summary>\n";
        GeneratorRun run = ModelCompiler.Generate(own + Notebook.StridedSameCnn, RunOptions.Default with { Documentation = mode }).HasNoDiagnostics();

        Tags(run).ShouldBe(["<remarks>"]);
        Tags(ModelCompiler.Generate("// a <summary> of words\n" + Notebook.StridedSameCnn, RunOptions.Default with { Documentation = mode })).ShouldBe(["<summary>"]);
        if (mode == DocumentationMode.Diagnose)
        {
            XElement documentation = XElement.Parse(run.Model.GetDocumentationCommentXml()!);
            documentation.Descendants("summary").ShouldHaveSingleItem().Value.ShouldBe("Which digit is it?");
            Lines(documentation.Descendants("remarks").ShouldHaveSingleItem().Element("code")!.Value).ShouldBe(Lines(run.SummaryConstant()));
        }
    }

    /// <summary>The same of a class that can only throw.</summary>
    [Fact]
    public void The_author_s_own_summary_stays_on_a_model_with_errors() => Tags(ModelCompiler.Generate(
        "/** <summary>Which digit is it?</summary> */\n[Model, Input(28, 28, 1)]\n[Dense(0)]\npublic partial class Cnn;")).ShouldBe(["<remarks>"]);

    /// <summary>A name is text: it stays text in XML and in a literal.</summary>
    [Fact]
    public void Names_with_signs_of_XML_and_CSharp_stay_text()
    {
        GeneratorRun run = ModelCompiler.Generate(
            "[Model(\"a<b> & \\\"c\\\" \\\\ {0} */\")] [Input(8, 8, 1)] [Flatten(Name = \"<x> & \\\"y\\\"\")] internal partial class Cnn { }")
            .HasNoDiagnostics().Compiles();

        run.SummaryConstant().ShouldStartWith("Model: \"a<b> & \"c\" \\ {0} */\"\n");
        run.SummaryConstant().ShouldContain(" <x> & \"y\" (Flatten)");
        XElement.Parse(run.Model.GetDocumentationCommentXml()!).Descendants("code").Single().Value.ShouldContain("<x> & \"y\" (Flatten)");
    }

    [Fact]
    public void The_constants_are_the_summarys_numbers()
    {
        GeneratorRun run = ModelCompiler.Generate(Notebook.StridedSameCnn);

        run.Constant("ParameterCount").ShouldBe(86666L);
        run.Constant("TrainableParameterCount").ShouldBe(86218L);
        run.Constant("NonTrainableParameterCount").ShouldBe(448L);
    }

    // What documents the class itself.
    private static string[] Tags(GeneratorRun run) =>
    [
        .. run.File.Split('\n').TakeWhile(static line => !line.Contains("partial class", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("/// <", StringComparison.Ordinal) && !line.StartsWith("/// </", StringComparison.Ordinal) && !line.Contains("code"))
            .Select(static line => line[4..(line.IndexOf('>') + 1)]),
    ];

    // The comments have no empty lines and no blanks at the ends, and the compiler indents them.
    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
