namespace CnnGen.Generator.Tests;

/// <summary>Everything that advice is given on, and the nearest code that needs none.</summary>
internal static class AdviceCases
{
    private const string ReLU = "Activation = Activation.ReLU";
    private const string Data = "\n[ImageData(28, 28, 1, Classes = 10)]\ninternal sealed class Digits;\n";

    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    public static IReadOnlyDictionary<string, ErrorCase> All { get; } = Hints().Concat(Warnings()).Concat(Axes()).Concat(Graphs()).Concat(Shapes())
        .ToDictionary(static advice => advice.Key);

    private static IEnumerable<ErrorCase> Shapes() =>
    [
        Case("CNN314", "ShapeHere",
            ErrorCases.Image("[[|Flatten|]]"),
            ErrorCases.Image("""
                [Flatten]
                [Expect(784)]
                """),
            "flatten gives 784"),
        Case("CNN317", "StaleShape",
            ErrorCases.Image("""
                [Conv2D(32, 3)] // [|26×26×16|] the stem
                [Flatten]       // 21632
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3)] // 26×26×32 the stem
                [Flatten]       // 21632
                """),
            "says 26×26×16", "conv2d gives 26×26×32"),
        Case("CNN317", "StaleVector",
            ErrorCases.Image("""
                [Flatten] // [|783|]
                [ReLU, Dense(10)] // 784 → 10
                """),
            ErrorCases.Image("""
                [Flatten] // 784
                [ReLU, Dense(10)] // 784 → 10
                """),
            "flatten gives 784"),
        Case("CNN318", "UnwrittenShapes",
            ErrorCases.Image("[Flatten]").Replace("class Cnn", "class [|Cnn|]"),
            ErrorCases.Image("[Flatten] // 784"),
            "Cnn"),
    ];

    private static IEnumerable<ErrorCase> Hints() =>
    [
        Case("CNN301", "Convolution",
            ErrorCases.Image("""
                [[|Conv2D(32, 3)|]]
                [BatchNormalization]
                [ReLU]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3, UseBias = false)]
                [BatchNormalization]
                [ReLU]
                """),
            "conv2d has 32 biases", "batch_normalization", "UseBias = false"),
        Case("CNN301", "Dense",
            ErrorCases.Image("""
                [Flatten]
                [Dense(16, [|UseBias = true|])]
                [BatchNormalization]
                [ReLU]
                [Dense(10)]
                """),
            ErrorCases.Image($"[Flatten]\n[Dense(16, {ReLU})]\n[BatchNormalization]\n[Dense(10)]"),
            "dense has 16 biases"),
        Case("CNN301", "Flattened",
            ErrorCases.Image("""
                [[|Conv2D(8, 3)|]]
                [Flatten]
                [BatchNormalization]
                [ReLU]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [MaxPooling2D]
                [Dropout(0.5)]
                [Flatten]
                [BatchNormalization]
                [ReLU]
                """),
            "8 biases"),
        Case("CNN301", "ReadTwice",
            ErrorCases.Image("""
                [[|Conv2D(8, 3)|]]
                [BatchNormalization]
                [ReLU]
                [Add("batch_normalization")]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [BatchNormalization]
                [ReLU]
                [Add("conv2d")]
                """),
            "8 biases"),
        Case("CNN302", "Convolution",
            ErrorCases.Image($"[Conv2D(32, 3, Padding = Pad.Same, [|Strides = 2|], {ReLU})]"),
            ErrorCases.Image($"[Conv2D(32, 3, Padding = Pad.Same, {ReLU})]"),
            "strides of 2", "28×28×1 → 14×14×32"),
        Case("CNN302", "OneAxis",
            ErrorCases.Image($"[Conv2D(32, 3, [|StridesWidth = 2|], Padding = Pad.Same, {ReLU})]"),
            ErrorCases.Image($"[Conv2D(32, 1, StridesWidth = 1, Strides = 3, Padding = Pad.Same, {ReLU})]"),
            "strides of 1×2"),
        Case("CNN303", "BehindFlatten",
            ErrorCases.Image($"[Conv2D(32, 3, {ReLU})]\n[Flatten]\n[[|Dense(128, {ReLU})|]]\n[Dense(10)]"),
            ErrorCases.Image($"[Conv2D(32, 3, {ReLU})]\n[Flatten]\n[Dense(32, {ReLU})]\n[Dense(10)]"),
            "dense holds 2769024 of", "flatten hands it 21632 values"),
        Case("CNN304", "Convolution",
            ErrorCases.Image($"[Conv2D(32, 3, [|Strides = 2|], {ReLU})]"),
            ErrorCases.Image($"[Conv2D(32, 4, Strides = 2, {ReLU})]"),
            "the last 1 row and 1 column of 28×28×1", "27×27×1 would be read whole"),
        Case("CNN304", "DefaultStridesOfAPool",
            ErrorCases.Image("[[|MaxPooling2D(3)|]]"),
            ErrorCases.Image("[MaxPooling2D(4)]"),
            "the last 1 row and 1 column", "27×27×1"),
        Case("CNN304", "RowsOnly",
            ErrorCases.Image("[AveragePooling2D(5, 4, [|Strides = 5|], StridesWidth = 4)]"),
            ErrorCases.Image("[AveragePooling2D(7, 4, Strides = 7, StridesWidth = 4)]"),
            "the last 3 rows of", "25×28×1"),
        Case("CNN312", "BatchNormalization",
            ErrorCases.Image("""
                [Flatten]
                [Dense(10, Activation = Activation.Softmax)]
                [[|BatchNormalization|]]
                """),
            ErrorCases.Image("""
                [Flatten]
                [Dense(10, UseBias = false)]
                [BatchNormalization]
                [Softmax]
                """),
            "batch_normalization", "the probabilities that dense gives", "above the softmax"),
    ];

    private static IEnumerable<ErrorCase> Warnings() =>
    [
        Case("CNN305", "Dense",
            ErrorCases.Image("""
                [Flatten]
                [[|Dense(128)|]]
                [Dense(10)]
                """),
            ErrorCases.Image($"[Flatten]\n[Dense(128, {ReLU})]\n[Dense(10)]"),
            "dense and dense_1", "Give dense an Activation"),
        Case("CNN305", "ThroughPoolingAndDropout",
            ErrorCases.Image("""
                [[|Conv2D(8, 3)|]]
                [AveragePooling2D]
                [Flatten]
                [Dropout(0.5)]
                [Dense(10)]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [MaxPooling2D]
                [Flatten]
                [Dropout(0.5)]
                [Dense(10)]
                """),
            "conv2d and dense"),
        Case("CNN305", "NarrowLayer",
            ErrorCases.Image("""
                [Flatten]
                [[|Dense(16)|]]
                [Dense(10)]
                """),
            ErrorCases.Image("""
                [Flatten]
                [Dense(16)]
                [Dense(100)]
                """),
            "dense and dense_1"),
        Case("CNN305", "ColumnAndRow",
            ErrorCases.Image("""
                [[|Conv2D(8, 3)|]]
                [Conv2D(8, 3)]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, 1)]
                [Conv2D(8, 1, 3)]
                """),
            "conv2d and conv2d_1"),
        Case("CNN305", "Groups",
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [ReLU]
                [[|Conv2D(8, 3)|]]
                [Conv2D(16, 1)]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [ReLU]
                [Conv2D(8, 3, Groups = 8)]
                [Conv2D(16, 1)]
                """),
            "conv2d_1 and conv2d_2"),
        Case("CNN306", "Argument",
            ErrorCases.Image($"[Flatten]\n[Dense(10, [|{ReLU}|])]\n[Training<Digits>]") + Data,
            ErrorCases.Image("""
                [Flatten]
                [Dense(10)]
                [Training<Digits>]
                """) + Data,
            "dense ends in ReLU", "Loss.SparseCategoricalCrossentropy", "Use Activation.Softmax"),
        Case("CNN306", "Layer",
            ErrorCases.Image("""
                [Flatten]
                [Dense(1)]
                [[|ReLU|]]
                [Training<Digits>]
                """) + Data.Replace("10", "2"),
            ErrorCases.Image("""
                [Flatten]
                [Dense(1)]
                [Sigmoid]
                [Training<Digits>]
                """) + Data.Replace("10", "2"),
            "re_lu ends in ReLU", "Loss.BinaryCrossentropy", "Use Activation.Sigmoid"),
        Case("CNN306", "OnlyUnderCrossentropy",
            ErrorCases.Image($"[Flatten]\n[Dense(10, [|{ReLU}|])]\n[Training<Digits>]") + Data.Replace("10", "10, Labels = LabelKind.OneHot"),
            ErrorCases.Image($"[Flatten]\n[Dense(10, {ReLU})]\n[Training<Digits>]") + Data.Replace("10", "10, Labels = LabelKind.Number"),
            "Loss.CategoricalCrossentropy"),
        Case("CNN308", "Strides",
            ErrorCases.Image($"[Conv2D(8, 2, [|Strides = 2|], {ReLU})]"),
            ErrorCases.Image($"[MaxPooling2D]\n[Conv2D(8, 2, Strides = 2, {ReLU})]"),
            "conv2d moves by 2 with a kernel of 2", "28×28×1 → 14×14×8"),
        Case("CNN308", "GapsBetweenPatches",
            ErrorCases.Image($"[Conv2D(8, 4, [|Strides = 5|], {ReLU})]"),
            ErrorCases.Image($"[Conv2D(8, 4, Strides = 4, {ReLU})]"),
            "conv2d moves by 5 with a kernel of 4"),
        Case("CNN309", "Colour",
            Input("[|3, 32, 32|]", $"[Conv2D(8, 3, Padding = Pad.Same, {ReLU})]"),
            Input("32, 32, 3", $"[Conv2D(8, 3, Padding = Pad.Same, {ReLU})]"),
            "(3, 32, 32)", "[Input(32, 32, 3)]", "Format = DataFormat.ChannelsFirst"),
        Case("CNN309", "Grey",
            Input("[|1, 28, 28|]", $"[Conv2D(8, 1, {ReLU})]"),
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", $"[Conv2D(8, 1, {ReLU})]"),
            "[Input(28, 28, 1)]"),
        Case("CNN309", "OnlyWithWindows",
            Input("[|4, 8, 8|]", "[MaxPooling2D(2)]"),
            Input("4, 8, 8", "[Flatten]"),
            "[Input(8, 8, 4)]"),
        Case("CNN311", "InFrontOfTheClassifier",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU})]\n[[|Dense(10)|]]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU})]\n[Flatten]\n[Dense(10)]"),
            "dense works on the last axis of 26×26×8", "26×26×10", "[Flatten]"),
        Case("CNN311", "FlattenBelow",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU})]\n[[|Dense(16, {ReLU})|]]\n[Flatten]\n[Dense(10)]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU})]\n[Dense(16, {ReLU})]\n[Dropout(0.5)]\n[GlobalAveragePooling2D]\n[Dense(10)]"),
            "dense works on the last axis of 26×26×8"),
        Case("CNN311", "BehindANormalization",
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [LayerNormalization]
                [[|Dense(10, Activation = Activation.Softmax)|]]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [LayerNormalization]
                [Dense(16)]
                [GELU]
                [Flatten]
                [Dense(10)]
                """),
            "dense works on the last axis of 26×26×8"),
        Case("CNN311", "FromAnotherLayer",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[Flatten(Name = \"flat\")]\n[[|Dense(10, From = \"stem\", Name = \"scores\")|]]\n[Output(\"flat\", \"scores\")]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[Flatten(Name = \"flat\")]\n[Dense(10, From = \"flat\", Name = \"scores\")]\n[Output(\"flat\", \"scores\")]"),
            "scores works on the last axis of 26×26×8"),
        Case("CNN311", "OnePixelIsAVector",
            ErrorCases.Image("""
                [MaxPooling2D(14)]
                [[|Dense(10)|]]
                """),
            ErrorCases.Image("""
                [GlobalAveragePooling2D(KeepDims = true)]
                [Dense(10)]
                """),
            "2×2×1"),
    ];

    private static IEnumerable<ErrorCase> Axes() =>
    [
        Case("CNN313", "LastOfChannelsFirst",
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [Conv2D(8, 3)]
                [BatchNormalization([|Axis = -1|])]
                [ReLU]
                """),
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [Conv2D(8, 3)]
                [BatchNormalization(Axis = 1)]
                [ReLU]
                """),
            "batch_normalization normalizes axis 3, of size 26", "the channels of 8×26×26 are axis 1"),
        Case("CNN313", "FirstOfChannelsLast",
            Input("28, 28, 1", "[BatchNormalization([|Axis = 1|])]"),
            Input("28, 28, 1", """
                [BatchNormalization(Axis = -1)]
                [Flatten]
                [BatchNormalization(Axis = 1)]
                """),
            "normalizes axis 1, of size 28", "are axis 3"),
        Case("CNN315", "Default",
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [ReLU(Name = "one")]
                [Tanh]
                [[|Concatenate("one")|]]
                """),
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [ReLU(Name = "one")]
                [Tanh]
                [Concatenate("one", Axis = -1)]
                """),
            "joins maps of 1×28×28 along axis 3", "1×28×56", "Write Axis = 1."),
        Case("CNN315", "OtherWidthsAreMeant",
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [ReLU(Name = "one")]
                [Tanh]
                [[|Concatenate("one")|]]
                """),
            Input("1, 28, 28, Format = DataFormat.ChannelsFirst", """
                [ReLU(Name = "one")]
                [MaxPooling2D(1, 2)]
                [Concatenate("one")]
                """),
            "concatenate"),
    ];

    private static IEnumerable<ErrorCase> Graphs() =>
    [
        Case("CNN307", "HangingLayer",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[[|Conv2D(8, 3)|]]\n[Flatten(From = \"stem\")]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[Flatten(From = \"stem\")]"),
            "conv2d reaches no output"),
        Case("CNN307", "EndOfAHangingBranch",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[Conv2D(8, 3)]\n[[|MaxPooling2D|]]\n[Flatten(From = \"stem\")]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[MaxPooling2D]\n[Flatten]"),
            "max_pooling2d reaches no output"),
        Case("CNN307", "BesideTheOutput",
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[[|Flatten|]]\n[Output(\"stem\")]"),
            ErrorCases.Image($"[Conv2D(8, 3, {ReLU}, Name = \"stem\")]\n[Flatten]\n[Output(\"stem\", \"flatten\")]"),
            "flatten reaches no output", "[Output]"),
        Merge("Add", "add adds 28×28×8 and 28×28×1"),
        Merge("Subtract", "subtract subtracts 28×28×1 from 28×28×8"),
        Merge("Average", "average averages 28×28×8 and 28×28×1"),
        Merge("Maximum", "maximum takes the maximum of 28×28×8 and 28×28×1"),
        Merge("Minimum", "minimum takes the minimum of 28×28×8 and 28×28×1"),
        Case("CNN310", "SeveralNarrowLayers",
            ErrorCases.Image($"[Conv2D(1, 1, {ReLU}, Name = \"one\")]\n[Conv2D(1, 1, {ReLU}, Name = \"two\")]\n[Conv2D(8, 3, Padding = Pad.Same)]\n[[|Add(\"conv2d\", \"one\", \"two\")|]]"),
            ErrorCases.Image($"[Conv2D(1, 1, {ReLU}, Name = \"one\")]\n[Conv2D(1, 1, {ReLU}, Name = \"two\")]\n[Conv2D(1, 3, Padding = Pad.Same)]\n[Add(\"conv2d\", \"one\", \"two\")]"),
            "adds 28×28×8, 28×28×1 and 28×28×1"),
        Case("CNN310", "Map",
            ErrorCases.Image("""
                [GlobalAveragePooling2D(KeepDims = true)]
                [[|Add("input")|]]
                """),
            ErrorCases.Image("""
                [MaxPooling2D(1)]
                [Add("input")]
                """),
            "1×1×1 is repeated to 28×28×1"),
    ];

    private static ErrorCase Merge(string merge, string told) => Case("CNN310", merge,
        ErrorCases.Image($"[Conv2D(1, 3, {ReLU}, Padding = Pad.Same, Name = \"narrow\")]\n[Conv2D(8, 3, Padding = Pad.Same)]\n[[|{merge}(\"narrow\")|]]"),
        ErrorCases.Image($"[Conv2D(1, 3, {ReLU}, Padding = Pad.Same, Name = \"narrow\")]\n[Conv2D(8, 3, Padding = Pad.Same)]\n[Multiply(\"narrow\")]"),
        told, "28×28×1 is repeated to 28×28×8");

    private static string Input(string shape, string layers) => $"[Model]\n[Input({shape})]\n{layers}\npublic partial class Cnn;\n";

    private static ErrorCase Case(string id, string name, string wrong, string right, params string[] saying) =>
        new(id, name, wrong, right, saying) { Options = s_options, RightOptions = s_options };
}
