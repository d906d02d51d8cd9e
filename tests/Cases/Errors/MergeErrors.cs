using static CnnGen.Generator.Tests.GraphErrors;

namespace CnnGen.Generator.Tests;

/// <summary>Values that do not fit together, and layers that are called with others than before.</summary>
internal static class MergeErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN111", "Channels",
            ErrorCases.Image("""
                [Conv2D(16, 3, Padding = Pad.Same, Name = "narrow")]
                [Conv2D(32, 3, Padding = Pad.Same)]
                [[|Add("narrow")|]]
                """),
            ErrorCases.Image("""
                [Conv2D(32, 1, Name = "narrow")]
                [Conv2D(32, 3, Padding = Pad.Same)]
                [Add("narrow")]
                """),
            "add cannot merge", "28×28×32 of conv2d", "28×28×16 of narrow", "32 and 16",
            "Insert [Conv2D(32, 1, From = \"narrow\", Name = \"narrow_projection\")] above it, and write [Add(\"conv2d\", \"narrow_projection\")]."),
        new("CNN111", "InputOfABlock",
            ErrorCases.Image(Level + "[MaxPooling2D]\n[[|Use<Decoder>(\"level\", Filters = 4)|]]") + Decoder,
            ErrorCases.Image(Level + "[MaxPooling2D]\n[UpSampling2D]\n[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "concatenate of Decoder cannot merge", "28×28×2 of skip"),
        new("CNN111", "StridedShortcut",
            ErrorCases.Image("""
                [Conv2D(16, 3, Name = "wide")]
                [Conv2D(32, 3, Strides = 2, Padding = Pad.Same)]
                [[|Add("wide")|]]
                """),
            ErrorCases.Image("[Conv2D(16, 3, Name = \"wide\")]\n[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, Name = \"main\")]\n"
                + "[Conv2D(32, 1, Strides = 2, Padding = Pad.Same, From = \"wide\")]\n[Add(\"main\")]"),
            "13×13×32", "26×26×16", "[Conv2D(32, 1, Strides = 2, From = \"wide\", Name = \"wide_projection\")]"),
        new("CNN111", "ConcatenateMaps",
            """
                [Model]
                [Input(25, 25, 1)]
                [MaxPooling2D(Padding = Pad.Valid)]
                [MaxPooling2D(1, Name = "half")]
                [[|Concatenate("input")|]]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(24, 24, 1)]
                [MaxPooling2D(1)]
                [Concatenate("input")]
                public partial class Cnn;
                """,
            "12×12×1 of half", "25×25×1 of input"),
        new("CNN111", "ConcatenateOfAnOddSize",
            """
                [Model]
                [Input(30, 32, 1)]
                [MaxPooling2D]
                [MaxPooling2D]
                [UpSampling2D(4)]
                [[|Concatenate("input")|]]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 32, 1)]
                [MaxPooling2D]
                [MaxPooling2D]
                [UpSampling2D(4)]
                [Concatenate("input")]
                public partial class Cnn;
                """,
            "28×32×1 of up_sampling2d", "30×32×1 of input", "multiples of 4", "28 or 32 instead of 30"),
        new("CNN111", "OddOneOfThree",
            ErrorCases.Image("""
                [Conv2D(16, 1, Name = "a")]
                [Conv2D(8, 1, Name = "b", From = "input")]
                [Conv2D(8, 1, Name = "c", From = "input")]
                [[|Add("a", "b", "c")|]]
                """),
            ErrorCases.Image("[Conv2D(16, 1, Name = \"a\")]\n[Conv2D(8, 1, Name = \"b\", From = \"input\")]\n[Conv2D(8, 1, Name = \"c\", From = \"input\")]\n"
                + "[Conv2D(8, 1, From = \"a\", Name = \"a_projection\")]\n[Add(\"a_projection\", \"b\", \"c\")]"),
            "From = \"a\"", "[Add(\"a_projection\", \"b\", \"c\")]"),
        new("CNN111", "ShortcutOfABlock",
            Residual("""
                [BatchNormalization]
                [Add("input")]
                """).Replace("Use<Res>(Filters = 32, Strides = 2, Times = 2)", "[|Use<Res>(Filters = 32, Strides = 2, Times = 2)|]"),
            Residual("""
                [BatchNormalization(Name = "main")]
                [Conv2D(Arg.Filters, 1, Strides = Arg.Strides, From = "input", Name = "input_projection")]
                [Add("main", "input_projection")]
                """),
            "of Res cannot merge", "32×32×16 of input", "Give the layer above it Name = \"main\"",
            "insert [Conv2D(Arg.Filters, 1, Strides = Arg.Strides, From = \"input\", Name = \"input_projection\")] above it",
            "write [Add(\"main\", \"input_projection\")]"),
        new("CNN111", "SkipFirst",
            """
                [Model]
                [Input(60, 60, 1)]
                [MaxPooling2D]
                [MaxPooling2D(Name = "skip")]
                [MaxPooling2D]
                [UpSampling2D(Name = "up")]
                [[|Concatenate("skip", "up")|]]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(64, 64, 1)]
                [MaxPooling2D]
                [MaxPooling2D(Name = "skip")]
                [MaxPooling2D]
                [UpSampling2D(Name = "up")]
                [Concatenate("skip", "up")]
                public partial class Cnn;
                """,
            "15×15×1 of skip and 14×14×1 of up", "→ up 14×14×1)", "multiples of 8", "56 or 64 instead of 60"),
        new("CNN111", "SkipAroundABlock",
            "[Model]\n[Input(\"image\", 60, 44, 1)]\n[MaxPooling2D(4, Name = \"level3\")]\n[MaxPooling2D]\n[Use<Up>(Filters = 8, Name = \"up3\")]\n[[|Concatenate(\"level3\", \"up3\")|]]\npublic partial class Cnn;\n" + Up,
            "[Model]\n[Input(\"image\", 64, 48, 1)]\n[MaxPooling2D(4, Name = \"level3\")]\n[MaxPooling2D]\n[Use<Up>(Filters = 8, Name = \"up3\")]\n[Concatenate(\"level3\", \"up3\")]\npublic partial class Cnn;\n" + Up,
            "multiples of 8", "56 or 64 instead of 60 and 40 or 48 instead of 44"),
        new("CNN111", "AddOfAnOddSize",
            """
                [Model]
                [Input(9, 8, 1)]
                [MaxPooling2D]
                [UpSampling2D]
                [[|Add("input")|]]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(8, 8, 1)]
                [MaxPooling2D]
                [UpSampling2D]
                [Add("input")]
                public partial class Cnn;
                """,
            "multiples of 2", "8 or 10 instead of 9"),
        new("CNN111", "LostBorder",
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [Conv2D(8, 5)]
                [[|Concatenate("input")|]]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, Padding = Pad.Same)]
                [Conv2D(8, 5, Padding = Pad.Same)]
                [Concatenate("input")]
                """),
            "22×22×8", "Use Pad.Same in conv2d and conv2d_1."),
        new("CNN111", "ChannelsFirst",
            ChannelsFirst("""
                [Conv2D(8, 3, Padding = Pad.Same)]
                [[|Concatenate("input")|]]
                """),
            ChannelsFirst("""
                [Conv2D(8, 3, Padding = Pad.Same)]
                [Concatenate("input", Axis = 1)]
                """),
            "8×28×28 of conv2d and 1×28×28 of input", "Write Axis = 1, the axis of the channels."),
        new("CNN111", "DotOfChannelsFirst",
            ChannelsFirst("""
                [Conv2D(8, 3)]
                [MaxPooling2D(1, 2, Name = "narrow")]
                [[|Dot("conv2d", "narrow", Axis = -1)|]]
                """),
            ChannelsFirst("""
                [Conv2D(8, 3)]
                [MaxPooling2D(1, 2, Name = "narrow")]
                [Dot("conv2d", "narrow")]
                """),
            "26 and 13 values", "Write Axis = 1, the axis of the channels."),
        new("CNN111", "Vectors",
            ErrorCases.Image("""
                [Flatten]
                [Dense(5, Name = "five")]
                [Dense(4)]
                [[|Multiply("five")|]]
                """),
            ErrorCases.Image("""
                [Flatten]
                [Dense(5, Name = "five")]
                [Dense(5)]
                [Multiply("five")]
                """),
            "4 and 5 values"),
        new("CNN112", "SubtractOfThree",
            ErrorCases.Image("""
                [ReLU(Name = "one")]
                [ReLU(Name = "two")]
                [Subtract([|"input", "one", "two"|])]
                """),
            ErrorCases.Image("""
                [ReLU(Name = "one")]
                [ReLU(Name = "two")]
                [Subtract("one", "two")]
                """),
            "subtract", "two inputs", "3"),
        new("CNN112", "NothingNamed",
            ErrorCases.Image("""
                [ReLU]
                [[|Add|]]
                """),
            ErrorCases.Image("""
                [ReLU]
                [Add("input")]
                """),
            "names no layer", "[Add(\"name\")]"),
        new("CNN113", "OtherChannels",
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "eye")]
                [Reuse([|"eye"|])]
                """),
            ErrorCases.Image("""
                [Conv2D(1, 3, Name = "eye")]
                [Reuse("eye")]
                """),
            "eye", "28×28×1", "26×26×8"),
        new("CNN114", "OtherSize",
            ErrorCases.Image("""
                [Conv2D(1, 3)]
                [[|Use<Backbone>|]]
                """) + Backbone,
            ErrorCases.Image("[Use<Backbone>]") + Backbone,
            "backbone takes 28×28×1", "26×26×1", "'Backbone'"),
        new("CNN115", "BeyondTheShape",
            ErrorCases.Image("[Concatenate(\"input\", \"input\", [|Axis = 4|])]"),
            ErrorCases.Image("[Concatenate(\"input\", \"input\", Axis = -1)]"),
            "Axis", "28×28×1", "4"),
    ];

    private const string Up = "\n[Block]\n[UpSampling2D]\n[Conv2D(Arg.Filters, 2, Padding = Pad.Same)]\ninternal sealed class Up;\n";

    private static string ChannelsFirst(string layers) =>
        $"[Model]\n[Input(1, 28, 28, Format = DataFormat.ChannelsFirst)]\n{layers}\npublic partial class Cnn;\n";

    private static string Residual(string end) => $"""
        [Model]
        [Input(32, 32, 3)]
        [Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [Use<Res>(Filters = 16, Times = 2)]
        [Use<Res>(Filters = 32, Strides = 2, Times = 2)]
        public partial class Cnn;

        [Block]
        [Conv2D(Arg.Filters, 3, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
        [BatchNormalization]
        [ReLU]
        [Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
        {end}
        [ReLU]
        internal sealed class Res;

        """;

    private const string Backbone = "\n[Model]\n[Input(28, 28, 1)]\n[Conv2D(4, 3)]\npublic partial class Backbone;\n";
}
