using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// An attribute in which the compiler has an error: it is told of there, and nothing else is. Compilers differ in what they make of its
/// arguments, of those of a list above all.
/// </summary>
public class BrokenAttributeTests
{
    private const string Data = "[ImageData(28, 28, 1, Classes = 10)] internal sealed class Digits;\n";

    [Theory]
    [InlineData("[Input(28, 28, 1, Missing = 3)]\n[Flatten]\n[Dense(10)]\n[Training<Digits>]")]
    [InlineData("[Input(28, 28, Missing)]\n[Flatten]\n[Dense(10)]\n[Training<Digits>]")]
    [InlineData("[Input(\"image\", 28, 28, 1, Format = DataFormat.Missing)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[Reshape(14, 14, 4, Missing = 1)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[Permute(3, 1, 2, Name = 1)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[ReLU(Name = \"a\")]\n[Tanh(Name = \"b\")]\n[Add(\"a\", \"b\", \"input\", Missing = 1)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[ReLU(Name = \"a\")]\n[Tanh(Name = \"b\")]\n[Output(\"a\", \"b\", Loss = Loss.Missing)]")]
    [InlineData("[Input(28, 28, 1)]\n[Expect(28, 28, 1, Missing = 1)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[Conv2D(8, 3, Missing = 1)]\n[Flatten]")]
    [InlineData("[Input(28, 28, 1)]\n[Use<Missing>(\"a\", \"b\", Missing = 1)]\n[Flatten]")]
    public void Of_a_model(string attributes) => IsTheCompilers($"[Model]\n{attributes}\ninternal partial class Cnn;\n{Data}");

    [Theory]
    [InlineData("[ImageData(28, 28, 1, Classes = 10, Missing = 1)]")]
    [InlineData("[ImageData(28, 28, 1, Classes = 10, Classes = 10)]")]
    [InlineData("[ImageData(28, 28, Missing, Classes = 10)]")]
    [InlineData("[InputData(28, 28, 1, Missing = 1), TargetData(Classes = 10)]")]
    [InlineData("[InputData(\"image\", 28, 28, 1, Missing = 1), TargetData(Classes = 10)]")]
    [InlineData("[InputData(28, 28, 1), TargetData(Classes = 10, Classes = 10)]")]
    [InlineData("[InputData(28, 28, 1), TargetData(\"a\", 28, 28, 1, Labels = LabelKind.Missing)]")]
    public void Of_a_data_set(string attributes) =>
        IsTheCompilers($"[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(10)]\n[Training<Digits>]\ninternal partial class Cnn;\n{attributes}\ninternal sealed class Digits;\n");

    /// <summary>The first counts, as the compiler's error at the second says.</summary>
    [Fact]
    public void Of_two_values_of_a_data_set_the_first_is_read() => ModelCompiler.Generate(
        "[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(9)]\n[Training<Digits>]\ninternal partial class Cnn;\n[ImageData(28, 28, 1, Classes = 10, Classes = 9)]\ninternal sealed class Digits;\n")
        .HasDiagnostic("CNN203").Saying("10 classes").HasNoOthers();

    private static void IsTheCompilers(string source)
    {
        GeneratorRun run = ModelCompiler.Generate(source).DidNotCrash();

        run.Diagnostics.ShouldBeEmpty();
        Diagnostic[] errors = [.. run.Output.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error)];
        errors.ShouldNotBeEmpty();
        errors.Select(static found => found.Location.SourceTree).Except(run.Input.SyntaxTrees).ShouldBeEmpty();
    }
}
