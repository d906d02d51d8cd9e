using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Whatever is offered for a mistake fixes it.</summary>
[Trait("Checklist", "22")]
public class FixTests
{
    public static TheoryData<string> Mistakes => [.. ErrorCases.All.Keys];

    public static TheoryData<string> Advice => [.. AdviceCases.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_offer_mends_its_mistake_and_compiles(string key) => EveryOfferFixes(ErrorCases.All[key]);

    [Theory]
    [MemberData(nameof(Advice))]
    public void Every_offer_follows_the_advice_and_compiles(string key) => EveryOfferFixes(AdviceCases.All[key]);

    /// <summary>What must not be missing: the first offer for each mistake.</summary>
    [Theory]
    [InlineData("CNN001_NotPartial", "Write 'partial class Cnn'")]
    [InlineData("CNN002_Outer", "Make 'Outer' partial")]
    [InlineData("CNN006_NoInput", "Add [Input(28, 28, 1)]")]
    [InlineData("CNN009_SameNameTwice", "Rename it to 'stem_1'")]
    [InlineData("CNN016_StrayLayer", "Add [Model]")]
    [InlineData("CNN016_StrayBlock", "Add [Block]")]
    [InlineData("CNN017_Misspelt", "Write \"stem\"")]
    [InlineData("CNN101_KernelLargerThanMap", "Use Pad.Same", "Use a kernel of 4×4")]
    [InlineData("CNN101_Pool", "Remove max_pooling2d", "Use Pad.Same")]
    [InlineData("CNN101_OnePoolingTooMany", "Remove max_pooling2d_1")]
    [InlineData("CNN101_InputTooSmall", "Write [Input(85, 85, 1)]")]
    [InlineData("CNN101_ImagesTooSmall", "Use Pad.Same in it and in all layers below")]
    [InlineData("CNN102_ConvolutionAfterFlatten", "Move conv2d above flatten")]
    [InlineData("CNN103_BatchInShape", "Write [Input(28, 28, 1)]")]
    [InlineData("CNN103_ChannelsForgotten", "Write [Input(28, 28, 1)]")]
    [InlineData("CNN106_StridesWithDilation", "Leave Dilation out", "Leave Strides out")]
    [InlineData("CNN107_GroupsOfVolume", "Write Groups = 2", "Leave Groups out")]
    [InlineData("CNN108_InputFeatures", "Write InputFeatures = 15488", "Leave InputFeatures out")]
    [InlineData("CNN109_Expect", "Write [Expect(26, 26, 32)]")]
    [InlineData("CNN111_Channels", "Insert [Conv2D(32, 1)] behind narrow")]
    [InlineData("CNN111_SkipFirst", "Write [Input(56, 56, 1)]", "Write [Input(64, 64, 1)]")]
    [InlineData("CNN111_LostBorder", "Use Pad.Same")]
    [InlineData("CNN111_ChannelsFirst", "Write Axis = 1")]
    [InlineData("CNN111_DotOfChannelsFirst", "Write Axis = 1")]
    [InlineData("CNN202_ImageSize", "Write [Input(32, 32, 3)]")]
    [InlineData("CNN203_TooFewUnits", "Give dense 10 units")]
    [InlineData("CNN204_FlattenForgotten", "Insert [Flatten] above dense", "Insert [GlobalAveragePooling2D] above dense")]
    [InlineData("CNN205_SoftmaxOverOneUnit", "Use Activation.Sigmoid")]
    [InlineData("CNN205_SoftmaxWithASquaredError", "Use Activation.Sigmoid with Loss.BinaryCrossentropy")]
    [InlineData("CNN205_SoftmaxOfOneHotVectors", "Give dense 3 units")]
    [InlineData("CNN205_SoftmaxOfANumber", "Use Activation.Linear")]
    [InlineData("CNN203_OneUnitForTwoClasses", "Use Loss.BinaryCrossentropy", "Give dense 2 units with Activation.Softmax")]
    [InlineData("CNN206_SquaredErrorOfOneUnit", "Use Loss.BinaryCrossentropy")]
    [InlineData("CNN206_CategoricalWithIndices", "Use Loss.SparseCategoricalCrossentropy")]
    [InlineData("CNN207_TanhAtTheEnd", "Use Activation.Softmax")]
    [InlineData("CNN209_MomentumOfAdam", "Leave Momentum out", "Use Optimizer.SGD", "Use Optimizer.RMSprop")]
    [InlineData("CNN301_Convolution", "Write UseBias = false")]
    [InlineData("CNN303_BehindFlatten", "Take the mean of each channel with [GlobalAveragePooling2D]")]
    [InlineData("CNN305_Dense", "Write Activation = Activation.ReLU")]
    [InlineData("CNN306_Argument", "Use Activation.Softmax")]
    [InlineData("CNN307_EndOfAHangingBranch", "Remove the 2 layers of this branch")]
    [InlineData("CNN308_Strides", "Leave the strides out")]
    [InlineData("CNN309_Colour", "Write [Input(32, 32, 3)]", "Write Format = DataFormat.ChannelsFirst")]
    [InlineData("CNN310_Add", "Insert [Conv2D(8, 1)] behind narrow")]
    [InlineData("CNN311_InFrontOfTheClassifier", "Insert [Flatten] above dense")]
    [InlineData("CNN313_LastOfChannelsFirst", "Leave Axis out")]
    [InlineData("CNN315_Default", "Write Axis = 1")]
    [InlineData("CNN314_ShapeHere", "State the shape here")]
    [InlineData("CNN317_StaleShape", "Write 26×26×32")]
    [InlineData("CNN318_UnwrittenShapes", "Write the shapes beside the layers")]
    public void Is_offered(string key, params string[] titles)
    {
        ErrorCase mistake = ErrorCases.All.TryGetValue(key, out ErrorCase? error) ? error : AdviceCases.All[key];
        FixedProject project = FixedProject.Of(mistake.Source, mistake.Options);

        project.Offers(project.Run.Diagnostics.Concat(project.Run.Hidden).Single(found => found.Id == mistake.Id))
            .Select(static offer => offer.Title).ShouldBe(titles);
    }

    [Theory]
    [InlineData(
        "[Conv2D(8, 3, Padding = Pad.Same, Name = \"stem\")]\n[ReLU]\n    [Conv2D(16, 3, Strides = 2, Padding = Pad.Same)] // body\n    [Add(\"stem\")] // sum\n",
        "[Conv2D(8, 3, Padding = Pad.Same, Name = \"stem\")]\n[ReLU]\n    [Conv2D(16, 3, Strides = 2, Padding = Pad.Same)] // body\n"
            + "    [Conv2D(16, 1, Strides = 2, From = \"stem\", Name = \"stem_projection\")]\n    [Add(\"conv2d\", \"stem_projection\")] // sum\n")]
    [InlineData(
        "[MaxPooling2D, Flatten, Conv2D(8, 3), Dense(10)]\n",
        "[MaxPooling2D, Conv2D(8, 3), Flatten, Dense(10)]\n")]
    [InlineData(
        "[Conv2D(8, 3, Name = \"stem\")]\n[Flatten(Name = \"flat\")]\n[Conv2D(8, /* why */ 3, 29, From = \"stem\")]\n",
        "[Conv2D(8, 3, Name = \"stem\")]\n[Flatten(Name = \"flat\")]\n[Conv2D(8, /* why */ 3, 29, From = \"stem\", Padding = Pad.Same)]\n")]
    public void The_rest_of_the_source_stays_as_it_was(string layers, string expected)
    {
        FixedProject project = FixedProject.Of(ErrorCases.Image(layers));

        project.Take(project.Offers(project.Run.Diagnostics.ShouldHaveSingleItem())[0]).Text.ShouldBe(ErrorCases.Image(expected));
    }

    /// <summary>A layer in the place of another one has its name, takes what it took, and is as frozen.</summary>
    [Theory]
    [InlineData("CNN303", "", "[Conv2D(8, 3, Name = \"stem\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, Activation = Activation.ReLU)]\n‹[Flatten(Name = \"flat\", From = \"stem\", Trainable = false)]›\n[Dense(512, Activation = Activation.ReLU)]\n[Dense(10)]",
        "[GlobalAveragePooling2D(From = \"stem\", Name = \"flat\", Trainable = false)]")]
    [InlineData("CNN306", "Loss.SparseCategoricalCrossentropy", "[Flatten]\n[Dense(10, Name = \"a\")]\n[Dense(10)]\n‹[ReLU(From = \"a\")]›", "[Softmax(From = \"a\")]")]
    [InlineData("CNN205", "Loss.MeanSquaredError", "[Flatten]\n[Dense(1)]\n‹[Softmax]›", "[Activation(Activation.Linear)]")]
    [InlineData("CNN207", "Loss.Poisson", "[Flatten]\n[Dense(1, Name = \"a\")]\n[Dense(7)]\n‹[Tanh(From = \"a\", Name = \"b\")]›", "[Activation(Activation.Exponential, From = \"a\", Name = \"b\")]")]
    [InlineData("CNN207", "Loss.Poisson", "[Flatten]\n[Dense(1)]\n‹[Dropout(0.5)]›", "[Dropout(0.5)]\n[Activation(Activation.Exponential)]")]
    [InlineData("CNN207", "Loss.Poisson", "[Conv2D(1, 3)]\n‹[GlobalAveragePooling2D]›", "[GlobalAveragePooling2D]\n[Activation(Activation.Exponential)]")]
    public void What_replaces_a_layer_stands_where_it_stood(string id, string loss, string layers, string expected)
    {
        string labels = id == "CNN306" ? "Classes = 10" : "Classes = 1, Labels = LabelKind.Number";
        string training = loss.Length == 0 ? "" : $"\n[Training<Data>(Loss = {loss})]";
        string source = ErrorCases.Image(layers + training) + $"\n[ImageData(28, 28, 1, {labels})] internal sealed class Data;\n";
        (int start, int end) = (source.IndexOf('‹'), source.IndexOf('›'));
        FixedProject project = FixedProject.Of(source.Replace("‹", "").Replace("›", ""), RunOptions.Default with { HasAdvice = true });

        FixedProject mended = project.Take(project.Offers(project.Run.Diagnostics.Single(found => found.Id == id))[0]);

        mended.Text.ShouldBe(source[..start] + expected + source[(end + 1)..]);
        mended.Run.CompilesHere().Diagnostics.ShouldNotContain(found => found.Id == id);
    }

    /// <summary>Layers that stand in the brackets of others go with them, or alone.</summary>
    [Theory]
    [InlineData("[Conv2D(8, 3, Name = \"stem\")]\n‹[ReLU(Name = \"one\"), Tanh(Name = \"two\")]\n›[Flatten(From = \"stem\")]")]
    [InlineData("[Conv2D(8, 3, Name = \"stem\")‹, ReLU(Name = \"one\"), Tanh(Name = \"two\")›, Flatten(From = \"stem\")]")]
    [InlineData("[Conv2D(8, 3, Name = \"stem\")‹, ReLU(Name = \"one\")›]\n[‹Tanh(Name = \"two\"), ›Flatten(From = \"stem\")]")]
    [InlineData("[\n  Conv2D(8, 3, Name = \"stem\"), // stem\n‹  ReLU(Name = \"one\"), // one\n  Tanh(Name = \"two\"), // two\n›  Flatten(From = \"stem\") // flat\n]")]
    public void A_branch_is_removed_from_shared_brackets(string layers)
    {
        FixedProject project = FixedProject.Of(ErrorCases.Image(layers.Replace("‹", "").Replace("›", "")), RunOptions.Default with { HasAdvice = true });

        FixedProject mended = project.Take(project.Offers(project.Run.Diagnostics.Single(found => found.Id == "CNN307"))[0]);

        mended.Text.ShouldBe(ErrorCases.Image(System.Text.RegularExpressions.Regex.Replace(layers, "‹[^›]*›", "")));
        mended.Run.HasNoDiagnostics().CompilesHere();
    }

    /// <summary>Of a class of several parts, and of the types around it, the part that is at fault is mended, whichever has [Model].</summary>
    [Theory]
    [InlineData("CNN001", "internal class Net;", "internal partial class Net;")]
    [InlineData("CNN004", "internal static partial class Net;", "internal partial class Net;", "internal static partial class Net;", "internal partial class Net;")]
    [InlineData("CNN005", "internal class Thing;\ninternal partial class Net : Thing;", "internal class Thing;\ninternal partial class Net;", "internal partial class Net : IMark;", "internal partial class Net : IMark;")]
    [InlineData("CNN005", "internal class Thing;\ninternal partial class Net : Thing, IMark;", "internal class Thing;\ninternal partial class Net : IMark;", "internal partial class Net : Thing;", "internal partial class Net;")]
    public void The_part_at_fault_is_mended(
        string id, string other, string expectedOther, string model = "internal partial class Net;", string expectedModel = "internal partial class Net;")
    {
        const string imports = "using CnnGen;\nnamespace Sample;\n";
        const string layers = "[Model, Input(28, 28, 1)]\n[Flatten]\n";
        string First(string text) => $"{imports}internal interface IMark;\n{layers}{text}\n";
        FixedProject project = FixedProject.OfFiles([First(model), imports + other + "\n"]);
        Diagnostic found = project.Run.Diagnostics.Single(found => found.Id == id);

        FixedProject mended = project.Take(project.Offers(found)[0]);

        mended.Text.ShouldBe($"{First(expectedModel)}\n{imports}{expectedOther}\n");
        mended.Run.HasNoDiagnostics().CompilesHere();
    }

    [Fact]
    public void The_part_of_a_type_around_it_is_mended()
    {
        const string model = "using CnnGen;\nnamespace Sample;\ninternal partial class Outer\n{\n    internal partial class Inner\n    {\n        [Model, Input(28, 28, 1)]\n        [Flatten]\n        internal partial class Net;\n    }\n}\n";
        const string other = "namespace Sample;\ninternal ~class Outer\n{\n    internal partial class Inner;\n}\n";
        FixedProject project = FixedProject.OfFiles([model, other.Replace("~", "")]);

        FixedProject mended = project.Take(project.Offers(project.Run.Diagnostics.Single(found => found.Id == "CNN002"))[0]);

        mended.Text.ShouldBe($"{model}\n{other.Replace("~", "partial ")}");
        mended.Run.HasNoDiagnostics().CompilesHere();
    }

    [Fact]
    public void All_of_a_kind_are_mended_at_once()
    {
        string wrong = ErrorCases.Image("[Flatten]\n[Dense(128, InputFeatures = 700)]\n[Dense(10, InputFeatures = 100)]");
        FixedProject project = FixedProject.Of(wrong);

        FixedProject mended = project.TakeEverywhere("CNN108", "Write InputFeatures = 784");

        mended.Text.ShouldBe(wrong.Replace("700", "784").Replace("= 100", "= 128"));
        mended.Run.HasNoDiagnostics();
    }

    /// <summary>What is reported is older than the text in which it is mended.</summary>
    [Theory]
    [InlineData("[Flatten]", "// first\n\n[Flatten]")]
    [InlineData("[Flatten]", "[Conv2D(8, 3)]\n[Flatten]")]
    [InlineData("[Flatten]\n", "[Flatten] ")]
    [InlineData("[Model]", "[Model, System.Obsolete]")]
    [InlineData("[Model]", "public sealed class Other;\n\n[Model]")]
    public void An_attribute_is_found_again(string old, string changed)
    {
        string wrong = ErrorCases.Image("[Flatten]\n[Dense(128, InputFeatures = 700)]\n[Dense(10)]");
        FixedProject project = FixedProject.Of(wrong);
        Diagnostic diagnostic = project.Run.Diagnostics.ShouldHaveSingleItem();
        string edited = wrong.Replace(old, changed);
        edited.ShouldNotBe(wrong);

        FixedProject later = project.WithText(edited);

        later.Take(later.Offers(diagnostic)[0]).Text.ShouldBe(edited.Replace("700", "784"));
    }

    [Theory]
    [InlineData("700", "7000")]
    [InlineData("[Dense(128, InputFeatures = 700)]\n", "")]
    [InlineData("class Cnn", "class Net")]
    public void An_attribute_that_is_gone_is_left_alone(string old, string changed)
    {
        string wrong = ErrorCases.Image("[Flatten]\n[Dense(128, InputFeatures = 700)]\n[Dense(10)]");
        FixedProject project = FixedProject.Of(wrong);
        Diagnostic diagnostic = project.Run.Diagnostics.ShouldHaveSingleItem();
        string edited = wrong.Replace(old, changed);
        edited.ShouldNotBe(wrong);

        FixedProject later = project.WithText(edited);

        later.Take(later.Offers(diagnostic)[0]).Text.ShouldBe(edited);
    }

    [Fact]
    public void A_shape_can_be_stated_on_every_layer()
    {
        FixedProject project = FixedProject.Of(
            ErrorCases.Image("[Conv2D(8, 3)]\n[MaxPooling2D]\n[Expect(13, 13, 8)]\n[Flatten]"), RunOptions.Default with { HasAdvice = true });

        Diagnostic[] statable = [.. project.Run.Hidden.Where(static found => found.Id == "CNN314")];
        statable.Length.ShouldBe(2);
        FixedProject stated = project.Take(project.Offers(statable[0]).ShouldHaveSingleItem());

        stated.Text.ShouldContain("[Conv2D(8, 3)]\n[Expect(26, 26, 8)]\n[MaxPooling2D]");
        stated.Run.HasNoDiagnostics().CompilesHere();
    }

    [Fact]
    public void Names_are_qualified_in_a_file_that_does_not_import_them()
    {
        const string source = "[CnnGen.Model]\n[CnnGen.Input(28, 28, 1)]\n[CnnGen.MaxPooling2D(29)]\npublic partial class Cnn;\n";
        FixedProject project = FixedProject.OfFiles([$"namespace Sample;\n{source}"]);

        FixedProject mended = project.Take(project.Offers(project.Run.Diagnostics.ShouldHaveSingleItem())[0]);

        mended.Text.ShouldContain("[CnnGen.MaxPooling2D(29, Padding = global::CnnGen.Pad.Same)]");
        mended.Run.HasNoDiagnostics().CompilesHere();
    }

    /// <summary>Editors bring their own version of what exports the fixes.</summary>
    [Fact]
    public void The_fixes_need_nothing_but_the_compiler() => typeof(FixProvider).Assembly.GetReferencedAssemblies()
        .Select(static assembly => assembly.Name)
        .ShouldBe(["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "System.Collections.Immutable"], ignoreOrder: true);

    private static void EveryOfferFixes(ErrorCase mistake)
    {
        FixedProject project = FixedProject.Of(mistake.Source, mistake.Options);
        Diagnostic diagnostic = project.Run.Diagnostics.Concat(project.Run.Hidden).Single(found => found.Id == mistake.Id);

        foreach (CodeAction offer in project.Offers(diagnostic))
        {
            FixedProject mended = project.Take(offer);

            mended.Run.CompilesHere();
            mended.Run.Diagnostics.Concat(mended.Run.Hidden)
                .Where(found => found.Id == mistake.Id || found.Severity >= DiagnosticSeverity.Warning)
                .ShouldBeEmpty($"{offer.Title}:\n{mended.Text}");
            mended.Text.ShouldNotBe(project.Text);
        }
    }
}
