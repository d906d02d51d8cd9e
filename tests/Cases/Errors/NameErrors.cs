namespace CnnGen.Generator.Tests;

/// <summary>Names that are taken or cannot be written.</summary>
internal static class NameErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN009", "SameNameTwice",
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "stem")]
                [Conv2D(8, 3, [|Name = "stem"|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3, Name = "stem")]
                [Conv2D(8, 3, Name = "body")]
                """),
            "'Cnn'", "'stem'", "Rename"),
        new("CNN010", "Empty",
            ErrorCases.Image("[Flatten([|Name = \"\"|])]"),
            ErrorCases.Image("[Flatten(Name = \"flat\")]"),
            "''", "empty"),
        new("CNN010", "Dot",
            ErrorCases.Image("[Conv2D(8, 3, [|Name = \"stem.conv\"|])]"),
            ErrorCases.Image("[Conv2D(8, 3, Name = \"stem_conv\")]"),
            "'stem.conv'"),
        new("CNN010", "DotInReferences",
            ErrorCases.Image("""
                [Conv2D(1, 1, [|Name = "a.b"|])]
                [ReLU(From = "a.b")]
                [Add("input", "a.b")]
                [Reuse("a.b")]
                [Output("a.b")]
                """),
            ErrorCases.Image("""
                [Conv2D(1, 1, Name = "a_b")]
                [ReLU(From = "a_b")]
                [Add("input", "a_b")]
                [Reuse("a_b")]
                [Output("a_b")]
                """),
            "'a.b'"),
        new("CNN010", "LineBreak",
            ErrorCases.Image("""
                [Flatten([|Name = "a\nb"|])]
                """),
            ErrorCases.Image("[Flatten(Name = \"a b\")]")),
        new("CNN010", "ModelName",
            """
                [Model([|""|])]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model("cnn")]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "''", "empty"),
        new("CNN011", "Property",
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn { internal static string [|Summary|] => \"mine\"; }"),
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn { internal static string Table => \"mine\"; }"),
            "'Cnn'", "'Summary'") { KeepsMembers = false },
        new("CNN011", "FieldOfAPart",
            """
                [Model]
                [Input(28, 28, 1)]
                [SeparableConv2D(8, 3, Name = "eye")]
                public partial class Cnn { private readonly int [|_eye_depthwise|] = 3; internal int Eye => _eye_depthwise; }
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [SeparableConv2D(8, 3, Name = "eye")]
                public partial class Cnn { private readonly int _eyes = 3; internal int Eye => _eyes; }
                """,
            "'_eye_depthwise'", "field of eye") { KeepsMembers = false },
        new("CNN011", "TypeParameter",
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn<[|Summary|]>;"),
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn<TSummary>;"),
            "'Cnn'", "'Summary'") { KeepsMembers = false },
        new("CNN011", "Constructor",
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn { internal [|Cnn|]() { } }"),
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn { internal Cnn(int size) : this() => _ = size; }"),
            "'Cnn'", "constructor") { KeepsMembers = false },
        new("CNN011", "PrimaryConstructor",
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "[|Cnn|](int size) { internal int Size => size; }"),
            ErrorCases.Image("[Flatten]").Replace("Cnn;", "Cnn { internal static int Size => 1; }"),
            "'Cnn'", "constructor") { KeepsMembers = false },
        new("CNN011", "ModeOfAFrozenNetwork",
            OwnMode.Replace("‹use›", "Use<Inner>(Trainable = false)").Replace("‹train›", "[|train|]"),
            OwnMode.Replace("‹use›", "Use<Inner>").Replace("‹train›", "train"),
            "'train'", "inner, which is frozen, keeps its averages") { KeepsMembers = false },
        new("CNN011", "SameNameAsMember",
            ErrorCases.Image("[Flatten]").Replace("Cnn", "[|Summary|]"),
            ErrorCases.Image("[Flatten]").Replace("Cnn", "Table"),
            "'Summary'") { KeepsMembers = false },
    ];

    private const string OwnMode = """
        [Model]
        [Input(8, 8, 1)]
        [‹use›]
        public partial class Cnn
        {
            /// <inheritdoc/>
            public override void ‹train›(bool train = true) => base.train(train);
        }

        [Model]
        [Input(8, 8, 1)]
        [BatchNormalization]
        public partial class Inner;
        """;
}
