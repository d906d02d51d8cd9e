using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>New code compiles whatever the file imports.</summary>
public class SpellingTests
{
    private const string Library =
        "namespace CnnGen { class Conv2DAttribute : System.Attribute; enum Pad { Same } enum Activation { ReLU } }";

    [Theory]
    [InlineData("using CnnGen; class C;", "Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)")]
    [InlineData("namespace CnnGen.Samples { class C; }", "Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)")]
    [InlineData("class C;", "global::CnnGen.Conv2D(8, 3, Padding = global::CnnGen.Pad.Same, Activation = global::CnnGen.Activation.ReLU)")]
    [InlineData("namespace My { using CnnGen; enum Pad { } class C; }", "Conv2D(8, 3, Padding = global::CnnGen.Pad.Same, Activation = Activation.ReLU)")]
    public void Attributes_are_qualified_where_they_must_be(string source, string expected) =>
        At(source, (spelling, place) => spelling.Attribute("Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)", place))
            .ShouldBe(expected);

    [Theory]
    [InlineData("using CnnGen; class C;", "Pad.Same")]
    [InlineData("class C;", "global::CnnGen.Pad.Same")]
    public void Values_are_qualified_where_they_must_be(string source, string expected) =>
        At(source, (spelling, place) => spelling.Value("Pad.Same", place)).ShouldBe(expected);

    [Theory]
    [InlineData("28, 28, 1")]
    [InlineData("\"stem\"")]
    [InlineData("false")]
    public void Other_values_stay(string value) => At("class C;", (spelling, place) => spelling.Value(value, place)).ShouldBe(value);

    private static string At(string source, Func<Spelling, int, string> write)
    {
        var tree = CSharpSyntaxTree.ParseText(source);
        var model = CSharpCompilation.Create("Models", [tree, CSharpSyntaxTree.ParseText(Library)]).GetSemanticModel(tree);
        return write(new Spelling(model), source.IndexOf("class C", StringComparison.Ordinal));
    }
}
