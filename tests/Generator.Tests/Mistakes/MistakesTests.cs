using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// The 25 mistakes made most when convolutional networks are defined, in the order of how often they are asked about. Most of them
/// surface in Keras and PyTorch at the first batch, or never. Where the language leaves no room for one, the test shows that.
/// </summary>
public partial class MistakesTests
{
    private const string Data = "\n[ImageData(28, 28, 1, Classes = 10)]\ninternal sealed class Digits;\n";

    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    [Fact]
    public void Mistake_01_the_first_linear_layer_has_the_wrong_number_of_inputs() =>
        Image("[Conv2D(32, 3, Activation = Activation.ReLU)]\n[Flatten]\n[Dense(10, InputFeatures = 1050)]")
            .HasDiagnostic("CNN108").AsError().At("InputFeatures = 1050").Saying("1050", "21632", "26 x 26 x 32 of flatten").HasNoOthers();

    [Fact]
    public void Mistake_02_the_map_shrinks_to_nothing() => Image("""
        [Conv2D(32, 3, Activation = Activation.ReLU)]
        [MaxPooling2D]
        [Conv2D(64, 3, Activation = Activation.ReLU)]
        [MaxPooling2D]
        [Conv2D(64, 3, Activation = Activation.ReLU)]
        [MaxPooling2D(3)]
        [Conv2D(128, 3)]
        """).HasDiagnostic("CNN101").AsError().In("Conv2D(128, 3)")
        .Saying("at least 3×3", "conv2d 26×26×32 → max_pooling2d 13×13×32", "→ max_pooling2d_2 1×1×64", "Pad.Same").HasNoOthers();

    /// <summary>Keras up to 3.13 builds such a network without a word.</summary>
    [Fact]
    public void Mistake_02_the_map_shrinks_to_exactly_nothing() =>
        Image("[Conv2D(8, 28)]\n[MaxPooling2D]").HasDiagnostic("CNN101").AsError().At("MaxPooling2D").Saying("1×1×8").HasNoOthers();

    [Fact]
    public void Mistake_03_the_channels_are_forgotten() =>
        Of("28, 28", "[Conv2D(32, 3)]").HasDiagnostic("CNN103").AsError().At("28, 28").Saying("no channels", "[Input(28, 28, 1)]").HasNoOthers();

    [Fact]
    public void Mistake_04_the_channels_come_first_in_a_model_where_they_are_last() =>
        Of("3, 32, 32", "[Conv2D(8, 3, Padding = Pad.Same)]").HasDiagnostic("CNN309").AsWarning().At("3, 32, 32")
            .Saying("[Input(32, 32, 3)]", "DataFormat.ChannelsFirst").HasNoOthers();

    [Fact]
    public void Mistake_05_the_channels_between_layers_do_not_agree()
    {
        Image("[Conv2D(16, 3, Activation = Activation.ReLU)]\n[Expect(26, 26, 32)]\n[Conv2D(32, 3)]")
            .HasDiagnostic("CNN109").AsError().At("26, 26, 32").Saying("26×26×16").HasNoOthers();

        // There is no such argument to get wrong: what comes in is known.
        CompilerErrors("[Conv2D(16, 3, InputChannels = 32)]").ShouldBe(["CS0246"]);
    }

    [Fact]
    public void Mistake_05_grey_images_in_a_network_for_colour() =>
        Of("28, 28, 3", "[Flatten]\n[Dense(10)]\n[Training<Digits>]", Data).HasDiagnostic("CNN202").AsError().At("Digits")
            .Saying("28×28×1", "28×28×3").HasNoOthers();

    /// <summary>The loss is computed from the scores before the softmax, and nobody can say otherwise.</summary>
    [Fact]
    public void Mistake_06_softmax_and_a_loss_of_scores()
    {
        string loss = LossOf(Image($"[Flatten]\n[Dense(10, Activation = Activation.Softmax)]\n[Training<Digits>]", Data).HasNoDiagnostics());

        loss.ShouldContain("cross_entropy(logits, targets)");
        CompilerErrors("[Dense(10)]\n[Training<Mnist>(FromLogits = true)]").ShouldBe(["CS0246"]);
    }

    /// <summary>The same loss fits both, so that there is nothing to forget.</summary>
    [Fact]
    public void Mistake_07_no_softmax_and_a_loss_of_probabilities() =>
        LossOf(Image("[Flatten]\n[Dense(10)]\n[Training<Digits>]", Data).HasNoDiagnostics())
            .ShouldBe(LossOf(Image("[Flatten]\n[Dense(10, Activation = Activation.Softmax)]\n[Training<Digits>]", Data)));

    [Fact]
    public void Mistake_08_class_indices_and_a_loss_of_vectors() =>
        Image("[Flatten]\n[Dense(10)]\n[Training<Digits>(Loss = Loss.CategoricalCrossentropy)]", Data)
            .HasDiagnostic("CNN206").AsError().At("Loss = Loss.CategoricalCrossentropy").Saying("Loss.SparseCategoricalCrossentropy").HasNoOthers();

    [Fact]
    public void Mistake_09_vectors_and_a_loss_of_class_indices() =>
        Image(
            "[Flatten]\n[Dense(10)]\n[Training<Digits>(Loss = Loss.SparseCategoricalCrossentropy)]",
            Data.Replace("Classes = 10", "Classes = 10, Labels = LabelKind.OneHot"))
            .HasDiagnostic("CNN206").AsError().Saying("Use Loss.CategoricalCrossentropy").HasNoOthers();

    [Fact]
    public void Mistake_10_nothing_flattens_the_map_for_the_classifier()
    {
        const string layers = "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[Dense(10)]";

        Image(layers).HasDiagnostic("CNN311").AsWarning().At("Dense(10)").Saying("26×26×32", "26×26×10", "[Flatten]").HasNoOthers();
        Image($"{layers}\n[Training<Digits>]", Data).HasDiagnostic("CNN204").AsError().Saying("[Flatten]", "above dense").HasNoOthers();
    }

    [Fact]
    public void Mistake_11_the_rank_is_wrong_in_the_middle() =>
        Image("[Flatten]\n[Conv2D(32, 3)]\n[MaxPooling2D]").HasDiagnostic("CNN102").AsError().At("Conv2D(32, 3)")
            .Saying("a vector of 784", "Move it above flatten").HasNoOthers();

    [Fact]
    public void Mistake_12_two_paths_of_a_skip_connection_have_different_sizes() => Of("25, 25, 1", """
        [Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "skip")]
        [MaxPooling2D(Padding = Pad.Same)]
        [Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [UpSampling2D]
        [Concatenate("skip")]
        """).HasDiagnostic("CNN111").AsError().In("Concatenate(\"skip\")").Saying("26×26×8", "25×25×8 of skip", "instead of 25").HasNoOthers();

    [Fact]
    public void Mistake_13_the_shortcut_of_a_residual_block_has_other_channels() => Of("32, 32, 3", """
        [Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "stem")]
        [Conv2D(32, 3, Padding = Pad.Same)]
        [Add("stem")]
        """).HasDiagnostic("CNN111").AsError().At("Add(\"stem\")").Saying("32×32×32", "32×32×16 of stem", "Conv2D(32, 1").HasNoOthers();

    [Fact]
    public void Mistake_13_the_shortcut_is_repeated_to_fit() => Of("32, 32, 3", """
        [Conv2D(1, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "stem")]
        [Conv2D(32, 3, Padding = Pad.Same)]
        [Add("stem")]
        """).HasDiagnostic("CNN310").AsWarning().At("Add(\"stem\")").Saying("32×32×1 is repeated to 32×32×32").HasNoOthers();

    [Fact]
    public void Mistake_14_softmax_over_one_unit() =>
        Image("[Flatten]\n[Dense(1, Activation = Activation.Softmax)]\n[Training<Digits>]", Data.Replace("Classes = 10", "Classes = 2"))
            .HasDiagnostic("CNN205").AsError().At("Activation = Activation.Softmax").Saying("always gives 1", "Activation.Sigmoid").HasNoOthers();

    [Fact]
    public void Mistake_15_units_and_classes_differ() =>
        Image("[Flatten]\n[Dense(9)]\n[Training<Digits>]", Data).HasDiagnostic("CNN203").AsError().At("9").Saying("10 classes").HasNoOthers();

    /// <summary>A data set is a type that says what it holds.</summary>
    [Fact]
    public void Mistake_16_the_data_have_another_shape_than_the_model() =>
        Of("784", "[Dense(10)]\n[Training<Digits>]", Data).HasDiagnostic("CNN202").AsError().At("Digits").Saying("28×28×1", "784", "[Flatten]").HasNoOthers();

    [Fact]
    public void Mistake_17_the_batch_is_written_into_the_input() =>
        Of("26721, 32, 32, 1", "[Conv2D(8, 3)]").HasDiagnostic("CNN103").AsError().At("26721, 32, 32, 1")
            .Saying("Leave the batch out", "[Input(32, 32, 1)]").HasNoOthers();
}
