using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Shapes beside the layers: written everywhere, lined up, held to the truth, and nothing of the author's lost.</summary>
public class ShapeWritingTests
{
    private const string Offer = "Write the shapes beside the layers";

    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    [Theory]
    [InlineData(
        "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[MaxPooling2D]\n[Flatten]\n",
        "[Conv2D(32, 3, Activation = Activation.ReLU)] // 26×26×32\n[MaxPooling2D]                                // 13×13×32\n[Flatten]                                     // 5408\n")]
    [InlineData(
        "[Conv2D(32, 3), ReLU]\n[MaxPooling2D] [Flatten]   \n",
        "[Conv2D(32, 3), ReLU]    // 26×26×32\n[MaxPooling2D] [Flatten] // 13×13×32 → 5408\n")]
    [InlineData(
        "[\n    Conv2D(32, 3),\n    ReLU\n]\n[Conv2D(\n    8,\n    3)]\n",
        "[\n    Conv2D(32, 3), // 26×26×32\n    ReLU           // 26×26×32\n]\n[Conv2D(\n    8,\n    3)]            // 24×24×8\n")]
    [InlineData(
        "[Conv2D(8, 3)] // the stem\n[ReLU] /* why */\n[Flatten] // 1 of 2\n[Dense(10)]\n",
        "[Conv2D(8, 3)] // the stem\n[ReLU] /* why */ // 26×26×8\n[Flatten] // 1 of 2\n[Dense(10)]      // 10\n")]
    [InlineData(
        "[Conv2D(8, 3)] // 28×28×8: the stem\n[Flatten] // 1×1×1 all of it\n",
        "[Conv2D(8, 3)] // 26×26×8: the stem\n[Flatten]      // 5408 · all of it\n")]
    [InlineData(
        "\t[Conv2D(8, 3)]\r\n\t[Flatten]\r\n",
        "\t[Conv2D(8, 3)] // 26×26×8\r\n\t[Flatten]      // 5408\r\n")]
    [InlineData(
        "[Conv2D(8, 3, Padding = Pad.Same, Name = \"stem\")]\n[ReLU(From = \"stem\")]\n[Concatenate(\"stem\")]\n[Expect(28, 28, 16)]\n",
        "[Conv2D(8, 3, Padding = Pad.Same, Name = \"stem\")] // 28×28×8\n[ReLU(From = \"stem\")]                             // 28×28×8\n[Concatenate(\"stem\")]                             // 28×28×16\n[Expect(28, 28, 16)]\n")]
    public void Are_written(string layers, string expected)
    {
        FixedProject project = FixedProject.Of(ErrorCases.Image(layers), s_options);

        FixedProject written = Write(project);

        written.Text.ShouldBe(ErrorCases.Image(expected));
        Told(written).ShouldBeEmpty();
        written.Run.CompilesHere();
    }

    [Fact]
    public void Blocks_inputs_and_channels_first()
    {
        const string source = """
            [Block, Input("skip")]
            [Conv2D(Arg.Filters, 3, Padding = Pad.Same)] // 9×9×9
            [Concatenate("skip", Axis = 1)]
            internal class Unit;

            [Model]
            [Input("left", 1, 28, 28, Format = DataFormat.ChannelsFirst), Input("right", 4, 28, 28, Format = DataFormat.ChannelsFirst)] // 4×28×28
            [Use<Unit>("right", Filters = 8, Times = 2)]
            [MaxPooling2D(From = "right")]
            public partial class Cnn;

            """;

        FixedProject written = Write(FixedProject.Of(source, s_options));

        written.Text.ShouldBe(source
            .Replace("Times = 2)]", "Times = 2)] // 12×28×28").Replace("\"right\")]\n", "\"right\")]               // 4×14×14\n"));
    }

    /// <summary>Several classes of a file, each lined up for itself.</summary>
    [Fact]
    public void Written_of_all_classes_at_once()
    {
        string source = ErrorCases.Image("[Flatten]\n") + ErrorCases.Image("[Conv2D(8, 3)]\n[Flatten]\n").Replace("Cnn", "Net");

        FixedProject written = FixedProject.Of(source, s_options).TakeHidden("CNN318", Offer);

        written.Text.ShouldBe(
            ErrorCases.Image("[Flatten] // 784\n") + ErrorCases.Image("[Conv2D(8, 3)] // 26×26×8\n[Flatten]      // 5408\n").Replace("Cnn", "Net"));
    }

    /// <summary>Change one number, and one offer mends all that follows.</summary>
    [Fact]
    public void Stale_ones_are_mended_at_once()
    {
        string layers = "[Conv2D(32, 3)] // 26×26×32 the stem\n[ReLU]          // 26×26×32\n[Flatten]       // 21632\n";
        FixedProject project = FixedProject.Of(ErrorCases.Image(layers.Replace("(32, 3)", "(16, 5)")), s_options);

        FixedProject mended = project.TakeEverywhere("CNN317", "Write 24×24×16");

        mended.Text.ShouldBe(ErrorCases.Image("[Conv2D(16, 5)] // 24×24×16 the stem\n[ReLU]          // 24×24×16\n[Flatten]       // 9216\n"));
        Told(mended).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)] // 1\n[ReLU] // 2\n[Flatten] // 3")]
    [InlineData("[Conv2D(8, 3)] // 3×3 kernels\n[Flatten] // 26×26×8 flattened")]
    [InlineData("[Conv2D(8, 3)] // 26×26×8\n[Flatten] // 2 of these")]
    [InlineData("[Conv2D(8, 3)] // 26x26x9\n[Flatten] /* 9×9×9 */")]
    [InlineData("// 9×9×9\n[Conv2D(8, 3)]\n// 9×9×9\n[Flatten]")]
    [InlineData("[Conv2D(8, 3), MaxPooling2D] // 13×13×8\n[Flatten]")]
    public void The_author_s_own_comments_are_none(string layers)
    {
        string[] told = [.. Told(FixedProject.Of(ErrorCases.Image(layers), s_options))];

        told.Where(place => place != "26×26×8").ShouldBeEmpty();
    }

    /// <summary>A mistake in how it is trained changes no shape.</summary>
    [Fact]
    public void Are_checked_where_the_training_is_wrong() =>
        Told(FixedProject.Of(ErrorCases.Image("[Flatten] // 785\n[Dense(9)]\n[Training<Mnist>]\n"), s_options)).ShouldBe(["785"]);

    private static FixedProject Write(FixedProject project) =>
        project.Take(project.Offers(project.Run.Hidden.Single(static found => found.Id == "CNN318")).Single(static offer => offer.Title == Offer));

    private static IEnumerable<string> Told(FixedProject project) => project.Run.Diagnostics.Where(static found => found.Id == "CNN317")
        .Select(static found => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
}
