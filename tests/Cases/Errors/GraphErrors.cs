namespace CnnGen.Generator.Tests;

/// <summary>Networks that are wired wrong.</summary>
internal static class GraphErrors
{
    private const string Tower = "\n[Block]\n[Conv2D(Arg.Filters, 3)]\n[ReLU]\ninternal sealed class Tower;\n";

    private const string Eye = "\n[Model, Input(28, 28, 1), ReLU(Name = \"end\")]\npublic sealed partial class Eye;\n";

    private const string Level = "[Conv2D(2, 1, Name = \"level\")]\n[MaxPooling2D]\n";

    private const string Decoder = "\n[Block, Input(\"skip\")]\n[UpSampling2D]\n[Concatenate(\"skip\")]\n[Conv2D(Arg.Filters, 1)]\ninternal sealed class Decoder;\n";

    private static readonly string NamedTower = Tower.Replace("[ReLU]", "[ReLU(Name = \"end\")]");

    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN017", "Misspelt",
            ErrorCases.Image("""
                [Conv2D(1, 3, Padding = Pad.Same, Name = "stem")]
                [ReLU]
                [Add([|"stm"|])]
                """),
            ErrorCases.Image("""
                [Conv2D(1, 3, Padding = Pad.Same, Name = "stem")]
                [ReLU]
                [Add("stem")]
                """),
            "[Add]", "'stm'", "Did you mean 'stem'?"),
        new("CNN017", "FromBelow",
            ErrorCases.Image("""
                [Conv2D(8, 3, [|From = "late"|])]
                [Conv2D(8, 3, Name = "late")]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "late")]
                [Conv2D(8, 3, From = "late")]
                """),
            "'late' stands below", "Move it up"),
        new("CNN017", "Itself",
            ErrorCases.Image("[Conv2D(8, 3, Name = \"loop\", [|From = \"loop\"|])]"),
            ErrorCases.Image("[Conv2D(8, 3, Name = \"loop\")]"),
            "its own name"),
        new("CNN017", "Output",
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "logits")]
                [Output([|"probs"|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "logits")]
                [Output("logits")]
                """),
            "[Output]", "'probs'"),
        new("CNN017", "OutputTwice",
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "logits")]
                [Output("logits", [|"logits"|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "logits")]
                [Output("logits")]
                """),
            "'logits' twice") { IsSingle = false },
        new("CNN017", "InsideAUse",
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem")]
                [Conv2D(2, 3, [|From = "stem.mid"|])]
                """) + Tower,
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem")]
                [Conv2D(2, 3, From = "stem.mid")]
                """) + Tower.Replace("[ReLU]", "[ReLU(Name = \"mid\")]"),
            "no layer of a block above is named 'stem.mid'", "Give the [Use] of the block Name = \"stem\", and the layer in it Name = \"mid\"."),
        new("CNN017", "OtherLayerInsideAUse",
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem", Times = 2)]
                [Conv2D(2, 3, From = "stem_1.end")]
                [Reuse([|"stem_1.first"|])]
                """) + NamedTower,
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem", Times = 2)]
                [Conv2D(2, 3, From = "stem_1.end")]
                [Reuse("stem_1.end")]
                """) + NamedTower,
            "no layer or input above is named 'stem_1.first'", "In 'stem_1' there is 'end'."),
        new("CNN017", "LayerInsideAUseAlone",
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem")]
                [Conv2D(2, 3, [|From = "end"|])]
                """) + NamedTower,
            ErrorCases.Image("""
                [Use<Tower>(Filters = 2, Name = "stem")]
                [Conv2D(2, 3, From = "stem.end")]
                """) + NamedTower,
            "no layer or input above is named 'end'", "Did you mean 'stem.end'?"),
        new("CNN017", "InsideAModel",
            ErrorCases.Image("""
                [Use<Eye>(Name = "eye")]
                [Conv2D(2, 3, [|From = "eye.end"|])]
                """) + Eye,
            ErrorCases.Image("""
                [Use<Eye>(Name = "eye")]
                [Conv2D(2, 3, From = "eye")]
                """) + Eye,
            "'eye' is a model, whose layers are its own", "Make it a [Block]"),
        new("CNN017", "LayerForAnInput",
            ErrorCases.Image(Level + "[Use<Decoder>([|\"levle\"|], Filters = 4)]") + Decoder,
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "no layer or input above is named 'levle'", "Did you mean 'level'?"),
        new("CNN017", "OneInputTooMany",
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", [|\"input\"|], Filters = 4)]") + Decoder,
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "beside what stands above, 'Decoder' takes 'skip'; 'input' is one too many", "Remove it."),
        new("CNN017", "InputOfABlockWithout",
            ErrorCases.Image(Level + "[Use<Tower>([|\"level\"|], Filters = 4)]") + Tower,
            ErrorCases.Image(Level + "[Use<Tower>(From = \"level\", Filters = 4)]") + Tower,
            "'Tower' takes nothing but what stands above", "Write From = \"level\" to give it in place of that, or add [Input(\"name\")] to 'Tower'"),
        new("CNN018", "OneOfTwo",
            """
                [Model]
                [Input("left", 9, 9, 1), [|Input(9, 9, 1)|]]
                [Conv2D(8, 3, From = "left")]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input("left", 9, 9, 1), Input("right", 9, 9, 1)]
                [Add("left", "right")]
                public partial class Cnn;
                """,
            "(9, 9, 1)", "[Input(\"name\", 9, 9, 1)]") { IsSingle = false },
        new("CNN019", "NeitherBlockNorModel",
            ErrorCases.Image("[Use<[|string|]>]"),
            ErrorCases.Image("[Use<Tower>(Filters = 2)]") + Tower,
            "'String'", "neither a block nor a model"),
        new("CNN019", "UsesItself",
            ErrorCases.Image("[Use<[|Tower|]>]") + "\n[Block]\n[ReLU]\n[Use<Tower>]\ninternal sealed class Tower;\n",
            ErrorCases.Image("[Use<Tower>]") + "\n[Block]\n[ReLU]\ninternal sealed class Tower;\n",
            "'Tower'", "uses itself"),
        new("CNN020", "NotGiven",
            ErrorCases.Image("[[|Use<Tower>|]]") + Tower,
            ErrorCases.Image("[Use<Tower>(Filters = 2)]") + Tower,
            "Arg.Filters", "'Tower'", "Add Filters"),
        new("CNN019", "InputWithAShape",
            ErrorCases.Image(Level + "[Use<[|Decoder|]>(Filters = 4)]") + Decoder.Replace("Input(\"skip\")", "Input(28, 28, 4)"),
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "[Input] with a shape or without a name", "write [Input(\"name\")] for one more"),
        new("CNN019", "InputNamedAsWhatStandsAbove",
            ErrorCases.Image(Level + "[Use<[|Decoder|]>(\"level\", Filters = 4)]") + Decoder.Replace("skip", "input"),
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "has an [Input(\"input\")]: that is what stands above the use", "Choose another name."),
        new("CNN019", "InputTwice",
            ErrorCases.Image(Level + "[Use<[|Decoder|]>(\"level\", \"level\", Filters = 4)]") + Decoder.Replace("Input(\"skip\")", "Input(\"skip\"), Input(\"skip\")"),
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "has two inputs named 'skip'"),
        new("CNN019", "IdleInput",
            ErrorCases.Image(Level + "[Use<[|Decoder|]>(\"level\", Filters = 4)]") + Decoder.Replace("Concatenate(\"skip\")", "ReLU"),
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "has an input 'skip' that none of its layers takes", "From = \"skip\""),
        new("CNN020", "NoLayerForAnInput",
            ErrorCases.Image(Level + "[[|Use<Decoder>(Filters = 4)|]]") + Decoder,
            ErrorCases.Image(Level + "[Use<Decoder>(\"level\", Filters = 4)]") + Decoder,
            "the input 'skip' is taken by 'Decoder', but this [Use] names no layer for it", "Write [Use<Decoder>(\"name\")]."),
        new("CNN020", "OutsideABlock",
            ErrorCases.Image("[Conv2D([|Arg.Filters|], 3)]"),
            ErrorCases.Image("[Conv2D(8, 3)]"),
            "Arg.Filters", "no block"),
        new("CNN020", "Remainder",
            ErrorCases.Image("[[|Use<Wider>(Filters = 2)|]]") + Wider("Arg.Filters % 16"),
            ErrorCases.Image("[Use<Wider>(Filters = 2)]") + Wider("16 - Arg.Filters * 2"),
            "Arg.Filters % 16 in 'Wider' is arithmetic that a block does not take", "Arg.Filters / 2 + 16"),
        new("CNN020", "Uneven",
            ErrorCases.Image("[Use<Wider>(Filters = 4)]\n[[|Use<Wider>(Filters = 5)|]]") + Wider("Arg.Filters / 2"),
            ErrorCases.Image("[Use<Wider>(Filters = 4)]\n[Use<Wider>(Filters = 5)]") + Wider("(int)(Arg.Filters / 2.0)"),
            "Arg.Filters / 2 in 'Wider' does not come out even: 5 / 2 leaves 1", "write (int)(Arg.Filters / 2.0)"),
        new("CNN020", "RemainderOfAConstant",
            ErrorCases.Image("[[|Use<Wider>(Filters = 2)|]]") + Wider("Sizes.More") + "internal static class Sizes { internal const int More = Arg.Filters % 16; }",
            ErrorCases.Image("[Use<Wider>(Filters = 2)]") + Wider("Sizes.More") + "internal static class Sizes { internal const int More = Arg.Filters + 16; }",
            "Sizes.More in 'Wider' is arithmetic"),
        new("CNN101", "InABlock",
            "[Model]\n[Input(4, 4, 1)]\n[Use<Tower>(Filters = 8)]\n[[|Use<Tower>(Filters = 8)|]]\npublic partial class Cnn;\n" + Tower,
            "[Model]\n[Input(5, 5, 1)]\n[Use<Tower>(Filters = 8)]\n[Use<Tower>(Filters = 8)]\npublic partial class Cnn;\n" + Tower,
            "conv2d_1 of Tower cannot fit", "2×2×8", "Use Pad.Same or a kernel of at most 2×2."),
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

    private static string Wider(string filters) => $"\n[Block]\n[Conv2D({filters}, 3)]\n[ReLU]\ninternal sealed class Wider;\n";

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
