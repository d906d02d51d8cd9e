namespace CnnGen.Generator.Tests;

/// <summary>Shapes that do not fit together.</summary>
internal static class ShapeErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN101", "KernelLargerThanMap",
            ErrorCases.Image("""
                [Conv2D(32, 3, Strides = 2)]
                [Conv2D(32, 7, Strides = 2)]
                [Conv2D(32, [|5|])]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3, Strides = 2)]
                [Conv2D(32, 7, Strides = 2)]
                [Conv2D(32, 4)]
                """),
            "conv2d_2 cannot fit", "5×5 kernel", "'valid'", "at least 5×5", "4×4×32 comes in",
            "28×28×1 → conv2d 13×13×32 → conv2d_1 4×4×32", "Pad.Same", "at most 4×4"),
        new("CNN101", "KernelWiderThanMap",
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, 3, [|5|])]
                """),
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, 3, 5, Padding = Pad.Same)]
                """),
            "conv2d cannot fit", "3×5", "4×4×1", "28×28×1 → max_pooling2d 4×4×1", "Pad.Same"),
        new("CNN101", "KernelHigherThanMap",
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, [|5|], 3)]
                """),
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, 4, 3)]
                """),
            "conv2d cannot fit", "5×3", "4×4×1"),
        new("CNN101", "DilatedKernel",
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, [|3|], Dilation = 2)]
                """),
            ErrorCases.Image("""
                [MaxPooling2D(7)]
                [Conv2D(8, 3, Dilation = 1)]
                """),
            "conv2d cannot fit", "3×3", "at least 5×5", "4×4×1"),
        new("CNN101", "Pool",
            ErrorCases.Image("""
                [Conv2D(8, 28)]
                [MaxPooling2D([|3|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 28)]
                [MaxPooling2D(1)]
                """),
            "max_pooling2d cannot fit", "at least 3×3", "1×1×8", "28×28×1 → conv2d 1×1×8", "Leave it out or use Pad.Same."),
        new("CNN101", "DefaultPool",
            ErrorCases.Image("""
                [Conv2D(8, 28)]
                [[|MaxPooling2D|]]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 28)]
                [MaxPooling2D(Padding = Pad.Same)]
                """),
            "max_pooling2d cannot fit", "at least 2×2", "1×1×8"),
        new("CNN101", "OnePoolingTooMany",
            ErrorCases.Image(Poolings("[MaxPooling2D]\n") + "[Conv2D(32, [|3|])]\n[MaxPooling2D]\n[Flatten]"),
            ErrorCases.Image(Poolings("") + "[Conv2D(32, 3)]\n[MaxPooling2D]\n[Flatten]"),
            "conv2d_3 cannot fit", "Use one pooling fewer: leave max_pooling2d_1 out."),
        new("CNN101", "InputTooSmall",
            ErrorCases.Image("""
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, [|3|])]
                [Conv2D(8, 3)]
                """),
            """
                [Model]
                [Input(85, 85, 1)]
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 3)]
                [Conv2D(8, 3)]
                public partial class Cnn;
                """,
            "Use an input of at least 85×85."),
        new("CNN101", "ImagesTooSmall",
            ErrorCases.Image("""
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, [|3|])]
                [Conv2D(8, 3)]
                [Flatten]
                [Dense(10)]
                [Training<Mnist>]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 5, Strides = 4)]
                [Conv2D(8, 3, Padding = Pad.Same)]
                [Conv2D(8, 3, Padding = Pad.Same)]
                [Flatten]
                [Dense(10)]
                [Training<Mnist>]
                """),
            "Use Pad.Same in it and in all layers below."),
        new("CNN101", "AveragePool",
            ErrorCases.Image("[AveragePooling2D(2, [|29|])]"),
            ErrorCases.Image("[AveragePooling2D(2, 28)]"),
            "average_pooling2d cannot fit", "2×29", "28×28×1"),
        new("CNN102", "ConvolutionAfterFlatten",
            ErrorCases.Image("""
                [Flatten]
                [[|Conv2D(8, 3)|]]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [Flatten]
                """),
            "conv2d needs", "784", "28×28×1 → flatten 784"),
        new("CNN102", "PoolingAfterDense",
            ErrorCases.Image("""
                [Flatten]
                [Dense(10)]
                [[|MaxPooling2D|]]
                """),
            ErrorCases.Image("""
                [MaxPooling2D]
                [Flatten]
                [Dense(10)]
                """),
            "max_pooling2d needs", "10", "flatten 784 → dense 10"),
        new("CNN102", "GlobalPoolingTwice",
            ErrorCases.Image("""
                [GlobalAveragePooling2D]
                [[|GlobalAveragePooling2D|]]
                """),
            ErrorCases.Image("""
                [GlobalAveragePooling2D(KeepDims = true)]
                [GlobalAveragePooling2D]
                """),
            "global_average_pooling2d_1 needs", "global_average_pooling2d 1"),
        new("CNN103", "ChannelsForgotten",
            """
                [Model]
                [Input([|28, 28|])]
                [Conv2D(8, 3)]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Conv2D(8, 3)]
                public partial class Cnn;
                """,
            "(28, 28)", "28, 28, 1"),
        new("CNN103", "SevenInputs",
            Inputs(7).Replace("[Input(\"g\", 8)]", "[[|Input(\"g\", 8)|]]"), Inputs(6),
            "(8)", "input 7", "at most 6") { KeepsMembers = false },
        new("CNN103", "VeryManyValues",
            """
                [Model]
                [Input([|int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue|])]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(2, 2, 2, 2)]
                [Flatten]
                public partial class Cnn;
                """,
            "Make it smaller"),
        new("CNN103", "BatchInShape",
            """
                [Model]
                [Input([|32, 28, 28, 1|])]
                [Conv2D(8, 3)]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Conv2D(8, 3)]
                public partial class Cnn;
                """,
            "(32, 28, 28, 1)", "batch", "[Input(28, 28, 1)]"),
        new("CNN103", "Empty",
            """
                [Model]
                [[|Input|]]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "()"),
        new("CNN103", "TooManyValues",
            """
                [Model]
                [Input([|65536, 65536, 1|])]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(4096, 4096, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "(65536, 65536, 1)", "2147483647"),
        new("CNN103", "Zero",
            """
                [Model]
                [Input(28, [|0|], 1)]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 1, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "(28, 0, 1)"),
        new("CNN103", "Negative",
            """
                [Model]
                [Input([|-28|], 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "(-28, 28, 1)"),
        new("CNN108", "InputFeatures",
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Conv2D(32, 3)]
                [Conv2D(32, 3)]
                [Flatten]
                [Dense(128, [|InputFeatures = 15489|])]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Conv2D(32, 3)]
                [Conv2D(32, 3)]
                [Flatten]
                [Dense(128, InputFeatures = 15488)]
                """),
            "dense claims 15489", "15488 come in", "22×22×32", "InputFeatures = 15488"),
        new("CNN109", "Expect",
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Expect([|26, 26, 31|])]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Expect(26, 26, 32)]
                """),
            "26×26×31 is expected", "26×26×32 comes in", "28×28×1 → conv2d 26×26×32", "[Expect(26, 26, 32)]"),
        new("CNN109", "ExpectAnotherRank",
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Flatten]
                [Expect([|26, 26, 32|])]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 3)]
                [Flatten]
                [Expect(21632)]
                """),
            "26×26×32 is expected", "21632", "[Expect(21632)]"),
        new("CNN109", "ExpectAtTheInput",
            ErrorCases.Image("""
                [Expect([|1, 28, 28|])]
                [Flatten]
                """),
            ErrorCases.Image("""
                [Expect(28, 28, 1)]
                [Flatten]
                """),
            "1×28×28 is expected", "28×28×1 comes in"),
        new("CNN109", "ExpectChannelsFirst",
            ChannelsFirst("""
                [Conv2D(8, 3)]
                [Expect([|26, 26, 8|])]
                """),
            ChannelsFirst("""
                [Conv2D(8, 3)]
                [Expect(8, 26, 26)]
                """),
            "26×26×8 is expected", "8×26×26 comes in", "[Expect(8, 26, 26)]"),
        new("CNN110", "TooManyValues",
            """
                [Model]
                [Input(16384, 16384, 1)]
                [[|Conv2D(64, 1)|]]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(16384, 16384, 1)]
                [Conv2D(4, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "conv2d is too large", "17179869184", "smaller"),
        new("CNN110", "ParametersOverflow",
            """
                [Model]
                [Input(2000000000)]
                [[|Dense(2000000000)|]]
                [Dense(2000000000)]
                [Dense(2000000000)]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(2000)]
                [Dense(2000)]
                [Dense(2000)]
                [Dense(2000)]
                public partial class Cnn;
                """,
            "too large"),
    ];

    private static string Poolings(string middle) =>
        $"[Conv2D(8, 3)]\n[MaxPooling2D]\n[Conv2D(8, 3)]\n{middle}[Conv2D(8, 3)]\n[MaxPooling2D]\n";

    private static string ChannelsFirst(string layers) =>
        $"[Model]\n[Input(1, 28, 28, Format = DataFormat.ChannelsFirst)]\n{layers}\npublic partial class Cnn;\n";

    private static string Inputs(int count)
    {
        string[] names = [.. "abcdefghi".Take(count).Select(name => $"\"{name}\"")];
        return $"[Model]\n{string.Concat(names.Select(name => $"[Input({name}, 8)]\n"))}[Add({string.Join(", ", names)})]\npublic partial class Cnn;";
    }
}
