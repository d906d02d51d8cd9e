using System.Xml.Linq;
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

    // The comments have no empty lines and no blanks at the ends, and the compiler indents them.
    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
