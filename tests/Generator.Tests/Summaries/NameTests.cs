using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Models and layers are called what Keras would call them, counted per model from zero.</summary>
public class NameTests
{
    [Theory]
    [InlineData("StridedSameCnn", "strided_same_cnn")]
    [InlineData("Cnn", "cnn")]
    [InlineData("CNN", "cnn")]
    [InlineData("MNISTNet", "mnist_net")]
    [InlineData("ResNetV2", "res_net_v2")]
    [InlineData("Conv2DNet", "conv2d_net")]
    [InlineData("digits", "digits")]
    [InlineData("@class", "class")]
    public void A_model_is_called_like_its_class_in_snake_case(string type, string name) =>
        ModelCompiler.Generate($"[Model] [Input(28, 28, 1)] [Flatten] internal partial class {type} {{ }}").HasNoDiagnostics()
            .SummaryConstant().ShouldStartWith($"Model: \"{name}\"\n");

    [Fact]
    public void A_model_can_be_called_otherwise() =>
        ModelCompiler.Generate("[Model(\"My digits\")] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { }").HasNoDiagnostics()
            .SummaryConstant().ShouldStartWith("Model: \"My digits\"\n");

    [Fact]
    public void Layers_are_counted_by_class_and_given_names_are_not_counted() => Names("""
        [Conv2D(4, 3)]
        [Conv2D(4, 3, Name = "stem")]
        [Conv2D(4, 3)]
        [ReLU]
        [LeakyReLU]
        [ReLU]
        [MaxPooling2D]
        [GlobalAveragePooling2D]
        [Activation(Activation.ReLU)]
        [SiLU]
        """).ShouldBe(["conv2d", "stem", "conv2d_1", "re_lu", "leaky_re_lu", "re_lu_1", "max_pooling2d", "global_average_pooling2d", "activation", "si_lu"]);

    [Fact]
    public void A_counted_name_steps_aside_for_a_given_one() =>
        Names("[Conv2D(4, 3)]\n[Conv2D(4, 3, Name = \"conv2d\")]").ShouldBe(["conv2d_1", "conv2d"]);

    [Fact]
    public void Every_model_counts_from_zero()
    {
        GeneratorRun run = ModelCompiler.Generate("""
            [Model] [Input(28, 28, 1)] [Conv2D(4, 3)] internal partial class First { }
            [Model] [Input(28, 28, 1)] [Conv2D(4, 3)] internal partial class Second { }
            """).HasNoDiagnostics();

        run.Files.ShouldAllBe(file => file.Text.Contains("conv2d (Conv2D)") && !file.Text.Contains("conv2d_1 (Conv2D)"));
    }

    private static IEnumerable<string> Names(string layers) => ModelCompiler.Generate(ErrorCases.Image(layers)).HasNoDiagnostics()
        .SummaryConstant().Split('\n').Where(line => line.StartsWith(' ') && line.Contains(" (None")).Select(line => line.Split(' ', 3)[1]);
}
