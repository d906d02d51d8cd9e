using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A network that is right, and one mistake in it: one error, whatever the network.</summary>
public class OneCauseTests
{
    private const int NetworksForEach = 40;

    /// <summary>What is written wrong: a part of a line, and what becomes of it.</summary>
    private static readonly IReadOnlyDictionary<string, (string From, string To)> Slips = new Dictionary<string, (string, string)>
    {
        ["units"] = ("[Dense(10,", "[Dense(9,"),
        ["one unit"] = ("[Dense(10,", "[Dense(1,"),
        ["no units"] = ("[Dense(10,", "[Dense(0,"),
        ["activation"] = ("Activation.Softmax", "Activation.Tanh"),
        ["undefined activation"] = ("Activation.Softmax", "(Activation)99"),
        ["loss"] = ("Loss.SparseCategoricalCrossentropy", "Loss.CategoricalCrossentropy"),
        ["squared error"] = ("Loss.SparseCategoricalCrossentropy", "Loss.MeanSquaredError"),
        ["binary loss"] = ("Loss.SparseCategoricalCrossentropy", "Loss.BinaryCrossentropy"),
        ["one-hot labels"] = ("Classes = 10", "Classes = 10, Labels = LabelKind.OneHot"),
        ["two classes"] = ("Classes = 10", "Classes = 2"),
        ["data of another size"] = ("[ImageData(16, 15, 4", "[ImageData(16, 16, 4"),
        ["data without size"] = ("[ImageData(16, 15, 4", "[ImageData(16, 0, 4"),
        ["no images"] = ("[ImageData(16, 15, 4, Classes = 10)]", ""),
        ["input without channels"] = ("[Input(16, 15, 4)]", "[Input(16, 15)]"),
        ["input of zero"] = ("[Input(16, 15, 4)]", "[Input(16, 0, 4)]"),
        ["no input"] = ("[Input(16, 15, 4)]", ""),
        ["no flatten"] = ("[Flatten]", ""),
        ["a kernel too large"] = ("[Conv2D(8, 3, Padding = Pad.Same)]", "[Conv2D(8, 17)]"),
        ["no filters"] = ("[Conv2D(8, 3, Padding = Pad.Same)]", "[Conv2D(0, 3, Padding = Pad.Same)]"),
        ["groups"] = ("[Conv2D(8, 3, Padding = Pad.Same)]", "[Conv2D(8, 3, Padding = Pad.Same, Groups = 3)]"),
        ["a layer of other axes"] = ("[Conv2D(8, 3, Padding = Pad.Same)]", "[Conv1D(8, 3)]"),
        ["a merge of other channels"] = ("[Add(\"stem\")]", "[Add(\"input\")]"),
        ["a name misspelt"] = ("[Add(\"stem\")]", "[Add(\"stme\")]"),
        ["a name twice"] = ("[ReLU]", "[ReLU(Name = \"stem\")]"),
        ["a name that cannot be"] = ("\"stem\"", "\"s.tem\""),
        ["an input of channels first"] = ("[Input(16, 15, 4)]", "[Input(4, 16, 15)]"),
        ["an input of another size"] = ("[Input(16, 15, 4)]", "[Input(2, 2, 4)]"),
        ["a rate"] = ("[Dropout(0.5)]", "[Dropout(50)]"),
        ["a shape claimed"] = ("[Dropout(0.5)]", "[Expect(3)]"),
        ["features claimed"] = ("[Dense(10,", "[Dense(10, InputFeatures = 7,"),
        ["not given"] = ("Filters = 8", "Units = 8"),
        ["not partial"] = ("partial ", ""),
        ["a batch of none"] = ("BatchSize = 8", "BatchSize = 0"),
        ["an argument of another optimizer"] = ("BatchSize = 8", "Momentum = 0.9"),
        ["a metric of numbers"] = ("BatchSize = 8", "Metrics = Metrics.MeanAbsoluteError"),
    };

    public static TheoryData<string> Keys => [.. Slips.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void One_mistake_is_one_error(string slip)
    {
        (string from, string to) = Slips[slip];
        var random = new Random(7);
        for (int i = 0; i < NetworksForEach; i++)
        {
            string right = Network(random);
            string wrong = right.Replace(from, to);
            if (i == 0)
            {
                ModelCompiler.Generate(right).HasNoDiagnostics();
            }

            GeneratorRun run = ModelCompiler.Generate(wrong).DidNotCrash();
            Diagnostic[] errors = [.. run.Diagnostics];

            errors.Length.ShouldBe(1, $"{string.Join('\n', errors.Select(static error => error.ToString()))}\n{wrong}");
        }
    }

    // Every slip finds its place in each; what stands between the places varies.
    private static string Network(Random random)
    {
        string[] maps = ["[MaxPooling2D(2, Padding = Pad.Same)]", "[BatchNormalization]", "[Conv2D(4, 1)]", "[SpatialDropout2D(0.1)]", "[ZeroPadding2D]", "[Tanh]"];
        string[] vectors = ["[Dense(12, Activation = Activation.ReLU)]", "[BatchNormalization]", "[GaussianNoise(0.1)]", "[ELU]"];
        return $$"""
            [ImageData(16, 15, 4, Classes = 10)]
            internal sealed class Data;

            [Block]
            [Conv2D(Arg.Filters, 3, Padding = Pad.Same)]
            internal sealed class Piece;

            [Model]
            [Input(16, 15, 4)]
            [Conv2D(8, 3, Padding = Pad.Same, Name = "stem")]
            [ReLU]
            [Conv2D(8, 3, Padding = Pad.Same)]
            [Use<Piece>(Filters = 8)]
            [Add("stem")]
            {{Some(maps)}}
            [Flatten]
            [Dropout(0.5)]
            {{Some(vectors)}}
            [Dense(10, Activation = Activation.Softmax)]
            [Training<Data>(Loss = Loss.SparseCategoricalCrossentropy, BatchSize = 8)]
            internal partial class Cnn;

            """;

        string Some(string[] layers) => string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => layers[random.Next(layers.Length)]));
    }
}
