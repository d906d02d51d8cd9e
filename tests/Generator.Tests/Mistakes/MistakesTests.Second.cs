using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

// Mistakes 18 to 25, and how networks are compiled here.
public partial class MistakesTests
{
    [Fact]
    public void Mistake_18_a_reshape_has_another_number_of_values() =>
        Of("784", "[Reshape(28, 27)]").HasDiagnostic("CNN116").AsError().Saying("784", "756").HasNoOthers();

    [Fact]
    public void Mistake_19_a_branch_is_taken_from_a_name_that_is_misspelt() =>
        Image("[Conv2D(8, 3, Name = \"stem\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, From = \"stme\")]\n[Flatten]")
            .HasDiagnostic("CNN017").AsError().At("From = \"stme\"").Saying("'stem'").HasNoOthers();

    [Fact]
    public void Mistake_19_a_name_is_used_twice() =>
        Image("[Conv2D(8, 3, Name = \"d\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, Name = \"d\")]")
            .HasDiagnostic("CNN009").AsError().At("Name = \"d\"").Saying("'d'").HasNoOthers();

    [Fact]
    public void Mistake_19_a_branch_is_left_hanging() => Image("""
        [Conv2D(8, 3, Name = "stem", Activation = Activation.ReLU)]
        [Conv2D(8, 3, Activation = Activation.ReLU, Name = "one")]
        [Conv2D(8, 3, Activation = Activation.ReLU, Name = "two")]
        [Flatten(From = "stem")]
        """).HasDiagnostic("CNN307").AsWarning().In("Conv2D(8, 3, Activation = Activation.ReLU, Name = \"two\")").HasNoOthers();

    /// <summary>Sizes are numbers, so that there is no open one.</summary>
    [Fact]
    public void Mistake_20_the_input_has_an_open_size()
    {
        Of("-1, -1, 1", "[Conv2D(8, 3)]\n[Flatten]\n[Dense(10)]").HasDiagnostic("CNN103").AsError().At("-1").Saying("at least 1").HasNoOthers();
        CompilerErrors("[Flatten]", "null, null, 1").ShouldContain("CS1503");
    }

    [Fact]
    public void Mistake_21_a_bias_is_normalized_away() =>
        Image("[Conv2D(32, 3)]\n[BatchNormalization]\n[ReLU]").HasDiagnostic("CNN301").AsHint().In("Conv2D(32, 3)")
            .Saying("32 biases", "batch_normalization", "UseBias = false").HasNoOthers();

    /// <summary>The order of the notebook, where the bias does change what comes out.</summary>
    [Fact]
    public void Mistake_21_is_none_where_an_activation_stands_between() =>
        Image("[Conv2D(32, 3, Activation = Activation.ReLU)]\n[BatchNormalization]").HasNoDiagnostics();

    [Fact]
    public void Mistake_21_the_axis_is_of_the_other_format() =>
        Of("1, 28, 28, Format = DataFormat.ChannelsFirst", "[Conv2D(32, 3, UseBias = false)]\n[BatchNormalization(Axis = -1)]\n[ReLU]")
            .HasDiagnostic("CNN313").AsWarning().At("Axis = -1").Saying("axis 3", "32×26×26").HasNoOthers();

    [Fact]
    public void Mistake_21_probabilities_are_normalized() =>
        Image("[Flatten]\n[Dense(10, Activation = Activation.Softmax)]\n[BatchNormalization]").HasDiagnostic("CNN312").AsHint()
            .At("BatchNormalization").HasNoOthers();

    /// <summary>Here two numbers are a kernel again, as in Keras 1; strides are written by name.</summary>
    [Fact]
    public void Mistake_22_strides_are_written_where_the_kernel_was_meant()
    {
        Image("[Conv2D(32, 3, 3)]").HasNoDiagnostics();
        Image("[Conv2D(32, 3, Strides = 3)]").HasDiagnostic("CNN308").AsWarning().At("Strides = 3").Saying("28×28×1 → 9×9×32")
            .HasDiagnostic("CNN304").AsHint().HasNoOthers();
    }

    /// <summary>Names of activations, paddings and losses are the compiler's to know.</summary>
    [Fact]
    public void Mistake_23_a_name_is_misspelt()
    {
        CompilerErrors("[Dense(10, Activation = Activation.Sofmax)]").ShouldBe(["CS0117"]);
        CompilerErrors("[Conv2D(8, 3, Padding = Pad.Smae)]").ShouldBe(["CS0117"]);
        CompilerErrors("[Flatten]\n[Dense(10)]\n[Training<Mnist>(Loss = Loss.CrossEntropy)]").ShouldBe(["CS0117"]);
        Image("[Dense(10, Activation = (Activation)99)]").HasDiagnostic("CNN105").AsError().Saying("Activation.Softmax").HasNoOthers();
    }

    [Theory]
    [InlineData("[Conv2D(5, 3, Groups = 2)]", "CNN107", "2 groups do not divide the 5 filters")]
    [InlineData("[Conv2D(8, 3, Strides = 2, Dilation = 2)]", "CNN106", "only one")]
    [InlineData("[Conv2D(0, 3)]", "CNN104", "at least 1")]
    [InlineData("[Conv2D(8, -3)]", "CNN104", "at least 1")]
    [InlineData("[Dropout(50)]", "CNN104", "between 0 and 1")]
    public void Mistake_24_a_number_is_illegal(string layer, string id, string saying) =>
        Image(layer).HasDiagnostic(id).AsError().Saying(saying).HasNoOthers();

    [Theory]
    [InlineData("[Flatten]\n[Dense(128)]\n[Dense(10)]", "CNN305")]
    [InlineData("[Conv2D(8, 3)]\n[Conv2D(8, 3)]", "CNN305")]
    [InlineData("[Flatten]\n[Dense(10, Activation = Activation.ReLU)]\n[Training<Digits>]", "CNN306")]
    public void Mistake_25_the_network_cannot_work(string layers, string id) =>
        Image(layers, Data).HasDiagnostic(id).AsWarning().HasNoOthers();

    [Fact]
    public void Mistake_25_one_layer_has_nearly_all_parameters() => Of("224, 224, 3", """
        [Conv2D(8, 3, Activation = Activation.ReLU)]
        [Flatten]
        [Dense(128, Activation = Activation.ReLU)]
        [Dense(10)]
        """).HasDiagnostic("CNN303").AsHint().At("Dense(128, Activation = Activation.ReLU)").Saying("flatten", "394272", "100 %").HasNoOthers();

    [Fact]
    public void Mistake_25_strides_leave_out_the_last_row() =>
        Image("[Conv2D(8, 3, Strides = 2)]").HasDiagnostic("CNN304").AsHint().At("Strides = 2")
            .Saying("1 row and 1 column", "27×27×1").HasNoOthers();

    private static GeneratorRun Image(string layers, string data = "") => Of("28, 28, 1", layers, data);

    private static GeneratorRun Of(string input, string layers, string data = "") =>
        ModelCompiler.Generate($"[Model]\n[Input({input})]\n{layers}\ninternal partial class Cnn;\n{data}", s_options);

    private static IEnumerable<string> CompilerErrors(string layers, string input = "28, 28, 1") => Of(input, layers).Output.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(static diagnostic => diagnostic.Id);

    private static string LossOf(GeneratorRun run) =>
        run.File.Split('\n').SkipWhile(static line => !line.Contains("Tensor LossOf(")).Skip(1).First();
}
