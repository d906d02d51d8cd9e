using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>
/// The 25 mistakes made most, mended without a key typed: the first offer is taken, and the first of what is left, until nothing is.
/// Mistakes 6 and 7 cannot be made: the loss is computed from the scores, and there is no argument that says otherwise.
/// </summary>
public class MendedMistakesTests
{
    private const int MostOffers = 6;

    private const string Grey = "28, 28, 1";

    private const string Digits = "\n[ImageData(28, 28, 1, Classes = 10)]\ninternal sealed class Digits;\n";

    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    [Theory]
    [InlineData("01", "CNN108", Grey, "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[Flatten]\n[Dense(10, InputFeatures = 1050)]")]
    [InlineData("02", "CNN101", Grey, "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[MaxPooling2D]\n[Conv2D(64, 3, Activation = Activation.ReLU)]\n[MaxPooling2D]\n[Conv2D(64, 3, Activation = Activation.ReLU)]\n[MaxPooling2D(3)]\n[Conv2D(128, 3)]")]
    [InlineData("02 to exactly nothing", "CNN101", Grey, "[Conv2D(8, 28)]\n[MaxPooling2D]")]
    [InlineData("03", "CNN103", "28, 28", "[Conv2D(32, 3)]")]
    [InlineData("04", "CNN309", "3, 32, 32", "[Conv2D(8, 3, Padding = Pad.Same)]")]
    [InlineData("05", "CNN109", Grey, "[Conv2D(16, 3, Activation = Activation.ReLU)]\n[Expect(26, 26, 32)]\n[Conv2D(32, 3)]")]
    [InlineData("05 grey images", "CNN202", "28, 28, 3", "[Flatten]\n[Dense(10)]\n[Training<Digits>]")]
    [InlineData("08", "CNN206", Grey, "[Flatten]\n[Dense(10)]\n[Training<Digits>(Loss = Loss.CategoricalCrossentropy)]")]
    [InlineData("09", "CNN206", Grey, "[Flatten]\n[Dense(10)]\n[Training<Vectors>(Loss = Loss.SparseCategoricalCrossentropy)]")]
    [InlineData("10", "CNN311", Grey, "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[Dense(10)]")]
    [InlineData("10 trained", "CNN204", Grey, "[Conv2D(32, 3, Activation = Activation.ReLU)]\n[Dense(10)]\n[Training<Digits>]")]
    [InlineData("11", "CNN102", Grey, "[Flatten]\n[Conv2D(32, 3)]\n[MaxPooling2D]")]
    [InlineData("12", "CNN111", "25, 25, 1", "[Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = \"skip\")]\n[MaxPooling2D(Padding = Pad.Same)]\n[Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)]\n[UpSampling2D]\n[Concatenate(\"skip\")]")]
    [InlineData("13", "CNN111", "32, 32, 3", "[Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = \"stem\")]\n[Conv2D(32, 3, Padding = Pad.Same)]\n[Add(\"stem\")]")]
    [InlineData("13 repeated", "CNN310", "32, 32, 3", "[Conv2D(1, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = \"stem\")]\n[Conv2D(32, 3, Padding = Pad.Same)]\n[Add(\"stem\")]")]
    [InlineData("14", "CNN205", Grey, "[Flatten]\n[Dense(1, Activation = Activation.Softmax)]\n[Training<Pairs>]")]
    [InlineData("15", "CNN203", Grey, "[Flatten]\n[Dense(9)]\n[Training<Digits>]")]
    [InlineData("16", "CNN202", "784", "[Dense(10)]\n[Training<Digits>]")]
    [InlineData("17", "CNN103", "26721, 32, 32, 1", "[Conv2D(8, 3)]")]
    [InlineData("18", "CNN116", "784", "[Reshape(28, 27)]")]
    [InlineData("19 misspelt", "CNN017", Grey, "[Conv2D(8, 3, Name = \"stem\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, From = \"stme\")]\n[Flatten]")]
    [InlineData("19 used twice", "CNN009", Grey, "[Conv2D(8, 3, Name = \"d\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, Name = \"d\")]")]
    [InlineData("19 left hanging", "CNN307", Grey, "[Conv2D(8, 3, Name = \"stem\", Activation = Activation.ReLU)]\n[Conv2D(8, 3, Activation = Activation.ReLU, Name = \"one\")]\n[Conv2D(8, 3, Activation = Activation.ReLU, Name = \"two\")]\n[Flatten(From = \"stem\")]")]
    [InlineData("20", "CNN103", "-1, -1, 1", "[Conv2D(8, 3)]\n[Flatten]\n[Dense(10, Activation = Activation.Softmax)]")]
    [InlineData("21 bias", "CNN301", Grey, "[Conv2D(32, 3)]\n[BatchNormalization]\n[ReLU]")]
    [InlineData("21 axis", "CNN313", "1, 28, 28, Format = DataFormat.ChannelsFirst", "[Conv2D(32, 3, UseBias = false)]\n[BatchNormalization(Axis = -1)]\n[ReLU]")]
    [InlineData("21 probabilities", "CNN312", Grey, "[Flatten]\n[Dense(10, Activation = Activation.Softmax)]\n[BatchNormalization]")]
    [InlineData("22", "CNN308", Grey, "[Conv2D(32, 3, Strides = 3)]")]
    [InlineData("23", "CNN105", Grey, "[Dense(10, Activation = (Activation)99)]")]
    [InlineData("24 groups", "CNN107", Grey, "[Conv2D(5, 3, Groups = 2)]")]
    [InlineData("24 strides", "CNN106", Grey, "[Conv2D(8, 3, Strides = 2, Dilation = 2)]")]
    [InlineData("24 no filters", "CNN104", Grey, "[Conv2D(0, 3)]")]
    [InlineData("24 negative kernel", "CNN104", Grey, "[Conv2D(8, -3)]")]
    [InlineData("24 rate", "CNN104", Grey, "[Dropout(50)]")]
    [InlineData("25 dense", "CNN305", Grey, "[Flatten]\n[Dense(128)]\n[Dense(10)]")]
    [InlineData("25 convolutions", "CNN305", Grey, "[Conv2D(8, 3)]\n[Conv2D(8, 3)]")]
    [InlineData("25 ReLU at the end", "CNN306", Grey, "[Flatten]\n[Dense(10, Activation = Activation.ReLU)]\n[Training<Digits>]")]
    [InlineData("25 parameters", "CNN303", "224, 224, 3", "[Conv2D(8, 3, Activation = Activation.ReLU)]\n[Flatten]\n[Dense(128, Activation = Activation.ReLU)]\n[Dense(10)]")]
    [InlineData("25 last row", "CNN304", Grey, "[Conv2D(8, 3, Strides = 2)]")]
    public void By_offers_alone(string mistake, string id, string input, string layers)
    {
        string data = Digits + Digits.Replace("Digits", "Vectors").Replace("Classes = 10", "Classes = 10, Labels = LabelKind.OneHot")
            + Digits.Replace("Digits", "Pairs").Replace("Classes = 10", "Classes = 2");
        FixedProject project = FixedProject.Of($"[Model]\n[Input({input})]\n{layers}\ninternal partial class Cnn;\n{data}", s_options);
        project.Run.Diagnostics.ShouldContain(found => found.Id == id);
        var taken = new List<string>();

        // Hints may be meant; the one that the mistake is told by is mended.
        while (project.Run.Diagnostics.FirstOrDefault(found => found.Id == id || found.Severity >= DiagnosticSeverity.Warning) is { } told)
        {
            CodeAction offer = project.Offers(told).FirstOrDefault().ShouldNotBeNull($"{mistake}, after {string.Join(", ", taken)}: {told}");
            taken.Add(offer.Title);
            taken.Count.ShouldBeLessThanOrEqualTo(MostOffers, string.Join(", ", taken));
            project = project.Take(offer);
        }

        project.Run.CompilesHere();
    }
}
