namespace CnnGen.Generator.Tests;

/// <summary>Data sets that do not fit the model.</summary>
internal static class DataErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN201", "NotImageData",
            Training("[Training<[|string|]>]"),
            Training("[Training<Digits>]"),
            "'String'", "'Cnn'", "[ImageData"),
        new("CNN201", "OneClass",
            Training("[Training<[|Digits|]>]").Replace("Classes = 10", "Classes = 1"),
            Training("[Training<Digits>]"),
            "'Digits'", "'Cnn'", "1 class"),
        new("CNN201", "NoSize",
            Training("[Training<[|Digits|]>]").Replace("ImageData(28, 28", "ImageData(28, 0"),
            Training("[Training<Digits>]"),
            "'Digits'", "'Cnn'", "28×0×1"),
        new("CNN202", "ImageSize",
            Training("[Training<[|Digits|]>]").Replace("ImageData(28, 28, 1", "ImageData(32, 32, 3"),
            Training("[Training<Digits>]"),
            "'Digits'", "32×32×3", "'Cnn'", "28×28×1", "[Input(32, 32, 3)]"),
        new("CNN202", "ChannelsFirst",
            Training("[Training<[|Digits|]>]").Replace("Input(28, 28, 1)", "Input(28, 1, 28)"),
            Training("[Training<Digits>]").Replace("Input(28, 28, 1)", "Input(1, 28, 28, Format = DataFormat.ChannelsFirst)"),
            "'Digits'", "28×28×1", "28×1×28"),
        new("CNN203", "TooFewUnits",
            Training("[Training<Digits>]").Replace("Dense(10", "Dense([|9|]"),
            Training("[Training<Digits>]"),
            "dense gives 9", "'Digits'", "10 classes", "10"),
        new("CNN203", "LayerBetween",
            Training("[Training<Digits>]").Replace("[Dense(10, Activation = Activation.Softmax)]", """
                [Dense([|5|])]
                [Dropout(0.5)]
                """),
            Training("[Training<Digits>]").Replace("[Dense(10, Activation = Activation.Softmax)]", """
                [Dense(10)]
                [Dropout(0.5)]
                """),
            "dense gives 5 values", "'Digits'", "10 classes", "Give dense 10 units"),
        new("CNN203", "NoDense",
            Training("[Training<Digits>]").Replace("""
                [Flatten]
                [Dense(10, Activation = Activation.Softmax)]
                """, """
                [Conv2D(4, 3)]
                [[|Flatten|]]
                """),
            Training("[Training<Digits>]").Replace("""
                [Flatten]
                [Dense(10, Activation = Activation.Softmax)]
                """, """
                [Conv2D(4, 3)]
                [Flatten]
                [Dense(10)]
                """),
            "flatten gives 2704 values", "'Digits'", "10 classes", "[Dense(10, Activation = Activation.Softmax)]"),
        new("CNN204", "FlattenForgotten",
            Training("[Training<Digits>]").Replace("[Flatten]\n", "[Conv2D(8, 3)]\n").Replace("[Dense(10, Activation = Activation.Softmax)]", "[[|Dense(10, Activation = Activation.Softmax)|]]"),
            Training("[Training<Digits>]").Replace("[Flatten]\n", "[Conv2D(8, 3)]\n[Flatten]\n"),
            "dense gives the map 26×26×10", "28×28×1 → conv2d 26×26×8 → dense 26×26×10", "[Flatten]"),
    ];

    private static string Training(string training) => $"""
        [ImageData(28, 28, 1, Classes = 10)]
        internal sealed class Digits;

        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        {training}
        internal partial class Cnn;

        """;
}
