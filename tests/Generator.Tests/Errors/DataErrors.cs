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
        new("CNN201", "NoClasses",
            Training("[Training<[|Digits|]>]").Replace(", Classes = 10", ""),
            Training("[Training<Digits>]"),
            "'Digits'", "'Cnn'", "Classes"),
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
        new("CNN203", "NoDenseAtTheEnd",
            Training("[Training<[|Digits|]>]").Replace("[Dense(10, Activation = Activation.Softmax)]\n", "[Dense(5)]\n[Dropout(0.5)]\n"),
            Training("[Training<Digits>]").Replace("[Dense(10, Activation = Activation.Softmax)]\n", "[Dense(10)]\n[Dropout(0.5)]\n"),
            "5", "'Digits'", "10 classes"),
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
