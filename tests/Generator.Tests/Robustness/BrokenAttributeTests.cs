namespace CnnGen.Generator.Tests;

/// <summary>
/// An attribute in which the compiler has an error: it is told of there, and nothing else is. Compilers differ in what they make of its
/// arguments, of those of a list above all.
/// </summary>
public class BrokenAttributeTests
{
    /// <summary>The first counts, as the compiler's error at the second says.</summary>
    [Fact]
    public void Of_two_values_of_a_data_set_the_first_is_read() => ModelCompiler.Generate(
        "[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(9)]\n[Training<Digits>]\ninternal partial class Cnn;\n[ImageData(28, 28, 1, Classes = 10, Classes = 9)]\ninternal sealed class Digits;\n")
        .HasDiagnostic("CNN203").Saying("10 classes").HasNoOthers();
}
