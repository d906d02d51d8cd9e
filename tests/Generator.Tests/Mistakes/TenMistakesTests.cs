using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// The ten mistakes that other tools were measured with, each alone in the same network of three convolutions. Of them the best
/// checker without a run found four; running PyTorch finds eight, at its first batch. Here each is found while compiling, and told once.
/// </summary>
public class TenMistakesTests
{
    private const string Network = """
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 3, Name = "conv1", Activation = Activation.ReLU)]
        [Conv2D(32, 3, Name = "conv2", Activation = Activation.ReLU)]
        [Conv2D(32, 3, Name = "conv3", Activation = Activation.ReLU)]
        [Flatten]
        [Dense(128, Activation = Activation.ReLU)]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>]
        public partial class Cnn;

        """;

    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    /// <summary>What is written instead of what, the rule, and a part of its message.</summary>
    private static readonly Mistake[] s_mistakes =
    [
        new("in_features 18432 for 15488", "[Dense(128, ", "[Dense(128, InputFeatures = 18432, ", "CNN108", "15488"),
        new("16 channels after 32", "[Conv2D(32, 3, Name = \"conv2\"", "[Expect(26, 26, 16)]\n[Conv2D(32, 3, Name = \"conv2\"", "CNN109", "26×26×32"),
        new("kernels of 15, 15 and 3", "[Conv2D(32, 3, Name = \"conv1\"|[Conv2D(32, 3, Name = \"conv2\"",
            "[Conv2D(32, 15, Name = \"conv1\"|[Conv2D(32, 15, Name = \"conv2\"", "CNN101", "conv2 cannot fit"),
        new("strides of 0", "Name = \"conv2\"", "Name = \"conv2\", Strides = 0", "CNN104", "Strides"),
        new("9 outputs for 10 classes", "[Dense(10, ", "[Dense(9, ", "CNN203", "10 classes"),
        new("5 groups of 32 channels", "Name = \"conv2\"", "Name = \"conv2\", Groups = 5", "CNN107", "5 groups"),
        new("Flatten forgotten", "[Flatten]\n", "", "CNN204", "[Flatten]"),
        new("16 channels normalized of 32", "[Flatten]\n", "[Expect(22, 22, 16)]\n[BatchNormalization]\n[Flatten]\n", "CNN109", "22×22×32"),
        new("Dropout(1.5)", "[Dense(10, ", "[Dropout(1.5)]\n[Dense(10, ", "CNN104", "1.5"),
        new("a layer that is never used", "[Flatten]\n", "[Conv2D(64, 3, From = \"conv1\")]\n[Flatten(From = \"conv3\")]\n", "CNN307", "conv2d"),
    ];

    public static TheoryData<string> Names => [.. s_mistakes.Select(static mistake => mistake.Name)];

    [Fact]
    public void There_is_none_in_the_network() => Complaints(Network).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_of_once(string name)
    {
        Mistake mistake = s_mistakes.Single(mistake => mistake.Name == name);

        Diagnostic complaint = Complaints(mistake.In(Network)).ShouldHaveSingleItem();

        complaint.Id.ShouldBe(mistake.Id);
        complaint.GetMessage().ShouldContain(mistake.Saying);
    }

    [Fact]
    public void Ten_of_ten_are_found() =>
        s_mistakes.Count(static mistake => Complaints(mistake.In(Network)).Any()).ShouldBe(10);

    // Everything that a build shows, the compiler's own errors among it.
    private static IEnumerable<Diagnostic> Complaints(string source)
    {
        GeneratorRun run = ModelCompiler.Generate(source, s_options).CompilesHere();
        return run.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    /// <param name="Name">The mistake.</param>
    /// <param name="Right">What stands in the network; several places with '|' in between.</param>
    /// <param name="Wrong">What is written instead.</param>
    /// <param name="Id">The rule that tells.</param>
    /// <param name="Saying">What its message must say.</param>
    private sealed record Mistake(string Name, string Right, string Wrong, string Id, string Saying)
    {
        public string In(string network)
        {
            string[] right = Right.Split('|');
            string[] wrong = Wrong.Split('|');
            for (int i = 0; i < right.Length; i++)
            {
                network.ShouldContain(right[i]);
                network = network.Replace(right[i], wrong[i]);
            }

            return network;
        }
    }
}
