namespace CnnGen.Generator.Tests;

/// <summary>Networks that are wired wrong.</summary>
internal static class GraphErrors
{
    private const string Tower = "\n[Block]\n[Conv2D(Arg.Filters, 3)]\n[ReLU]\ninternal sealed class Tower;\n";

    private const string Eye = "\n[Model, Input(28, 28, 1), ReLU(Name = \"end\")]\npublic sealed partial class Eye;\n";

    internal const string Level = "[Conv2D(2, 1, Name = \"level\")]\n[MaxPooling2D]\n";

    internal const string Decoder = "\n[Block, Input(\"skip\")]\n[UpSampling2D]\n[Concatenate(\"skip\")]\n[Conv2D(Arg.Filters, 1)]\ninternal sealed class Decoder;\n";

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
        new("CNN019", "FrozenInOnePlaceOnly",
            ErrorCases.Image("[Conv2D(1, 3, Padding = Pad.Same, Name = \"eye\")]\n[Reuse(\"eye\", [|Trainable = false|])]"),
            ErrorCases.Image("[Conv2D(1, 3, Padding = Pad.Same, Name = \"eye\", Trainable = false)]\n[Reuse(\"eye\")]"),
            "'eye'", "is trained where it stands", "Write Trainable = false there."),
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
    ];

    private static string Wider(string filters) => $"\n[Block]\n[Conv2D({filters}, 3)]\n[ReLU]\ninternal sealed class Wider;\n";
}
