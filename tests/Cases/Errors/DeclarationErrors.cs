namespace CnnGen.Generator.Tests;

/// <summary>Mistakes in the class and in what stands on it.</summary>
internal static class DeclarationErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN001", "NotPartial",
            Model("public class [|Cnn|];"),
            Model("public partial class Cnn;"),
            "'Cnn'", "not partial", "'partial class Cnn'") { KeepsMembers = false },
        new("CNN002", "Outer",
            $"internal class Outer\n{{\n{Model("internal partial class [|Cnn|];")}\n}}",
            $"internal partial class Outer\n{{\n{Model("internal partial class Cnn;")}\n}}",
            "'Cnn'", "Make 'Outer' partial") { KeepsMembers = false },
        new("CNN002", "Outermost",
            $"internal class Outer {{\ninternal partial struct Inner<T> {{\n{Model("internal partial class [|Cnn|];")}\n}} }}",
            $"internal partial class Outer {{\ninternal partial struct Inner<T> {{\n{Model("internal partial class Cnn;")}\n}} }}",
            "'Cnn'", "Make 'Outer' partial") { KeepsMembers = false },
        new("CNN004", "Static",
            Model("public static partial class [|Cnn|];"),
            Model("public partial class Cnn;"),
            "'Cnn'", "static", "'partial class'") { KeepsMembers = false },
        new("CNN004", "Abstract",
            Model("public abstract partial class [|Cnn|];"),
            Model("public partial class Cnn;"),
            "'Cnn'", "abstract", "'partial class'") { KeepsMembers = false },
        new("CNN004", "Record",
            Model("public partial record [|Cnn|];"),
            Model("public partial class Cnn;"),
            "'Cnn'", "record", "'partial class'") { KeepsMembers = false },
        new("CNN004", "FileLocal",
            Model("file partial class [|Cnn|];"),
            Model("internal partial class Cnn;"),
            "'Cnn'", "file", "'partial class'") { KeepsMembers = false },
        new("CNN004", "InFileLocal",
            $"file partial class Outer\n{{\n{Model("internal partial class [|Cnn|];")}\n}}",
            $"internal partial class Outer\n{{\n{Model("internal partial class Cnn;")}\n}}",
            "'Cnn'", "file") { KeepsMembers = false },
        new("CNN005", "BaseClass",
            "internal abstract class Network;\n" + Model("internal partial class [|Cnn|] : Network;"),
            Model("internal partial class Cnn;"),
            "'Cnn'", "'Network'", "torch.nn.Module<Tensor, Tensor>", "remove") { KeepsMembers = false },
        .. Others(
            ("Lambda", "Rescaling(2)", "[Rescaling], [Activation], [Reshape] or [Permute]"),
            ("InstanceNormalization", "GroupNormalization(-1)", "Write [GroupNormalization(-1)]"),
            ("InstanceNorm2d", "GroupNormalization(-1)", "Write [GroupNormalization(-1)]"),
            ("LSTM(8)", "RepeatVector(2)", "[LSTM]. It has no recurrent layers"),
            ("Attention", "Softmax", "[Dense], [Dot] and [Softmax]"),
            ("MaxPool2D(2)", "MaxPooling2D(2)", "Write [MaxPooling2D]."),
            ("GlobalAvgPool2d", "GlobalAveragePooling2D", "Write [GlobalAveragePooling2D]."),
            ("Conv2d(8, 3)", "Conv2D(8, 3)", "Write [Conv2D]."),
            ("ConvTranspose2d(8, 3)", "Conv2DTranspose(8, 3)", "Write [Conv2DTranspose]."),
            ("SeparableConvolution2D(8, 3)", "SeparableConv2D(8, 3)", "Write [SeparableConv2D]."),
            ("BatchNorm2d(8)", "BatchNormalization", "Write [BatchNormalization]."),
            ("Mish", "Activation(Activation.Mish)", "Write [Activation(Activation.Mish)]."),
            ("HardSwish", "Activation(Activation.HardSiLU)", "Write [Activation(Activation.HardSiLU)]."),
            ("RandomHue(0.1)", "RandomContrast(0.1)", "[RandomBrightness]"),
            ("DropPath(0.1)", "StochasticDepth(0.1)", "Write [StochasticDepth].")),
        new("CNN006", "NoInput",
            """
                [Model]
                [Flatten]
                public partial class [|Cnn|];
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "'Cnn'", "[Input(28, 28, 1)]"),
        new("CNN007", "NoLayers",
            """
                [Model]
                [Input(28, 28, 1)]
                public partial class [|Cnn|];
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;
                """,
            "'Cnn'", "no layers", "[Flatten]"),
        new("CNN008", "SeveralParts",
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                public partial class Cnn;

                [[|Dense(10)|]]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                [Dense(10)]
                public partial class Cnn;

                public partial class Cnn;
                """,
            "'Cnn'", "Put all layers on one part"),
        new("CNN016", "StrayLayer",
            """
                [[|Input(28, 28, 1)|]]
                [Flatten]
                internal class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class Cnn;
                """,
            "'Cnn'", "Add [Model]") { KeepsMembers = false },
        new("CNN016", "StrayBlock",
            "[[|Conv2D(Arg.Filters, 3)|]]\ninternal sealed class Piece;\n" + ErrorCases.Image("[Flatten]"),
            "[Block]\n[Conv2D(Arg.Filters, 3)]\ninternal sealed class Piece;\n" + ErrorCases.Image("[Flatten]"),
            "'Piece' is neither a model nor a block", "Add [Block]") { KeepsMembers = false },
        new("CNN012", "LayerOfOnesOwn",
            "internal sealed class MyLayerAttribute : LayerAttribute;\n" + ErrorCases.Image("[[|MyLayer|]]"),
            ErrorCases.Image("[Flatten]"),
            "[MyLayer]", "Use one of its layers"),
    ];

    private static string Model(string declaration) => $"[Model]\n[Input(28, 28, 1)]\n[Flatten]\n{declaration}";

    // The compiler says that it knows no such type.
    private static IEnumerable<ErrorCase> Others(params (string Wrong, string Right, string Saying)[] layers) => layers.Select(static layer =>
        new ErrorCase("CNN022", layer.Wrong.Split('(')[0], ErrorCases.Image($"[[|{layer.Wrong}|]]\n[Flatten]"),
            ErrorCases.Image((layer.Right.StartsWith("Repeat", StringComparison.Ordinal) ? "[Flatten]\n" : "") + $"[{layer.Right}]\n[Flatten]"),
            "CnnGen has no", layer.Saying) { KeepsMembers = false });
}
