using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Mistakes in the project around the model.</summary>
internal static class ProjectErrors
{
    private const string LateMark = "internal sealed class LateMarkAttribute : System.Attribute;";

    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN013", "OldLanguage",
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class [|Cnn|] { }
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class Cnn { }
                """,
            "'Cnn'", "C# 10", "<LangVersion>", "11")
        {
            Options = RunOptions.Default with { Language = LanguageVersion.CSharp10 },
            RightOptions = RunOptions.Default with { Language = LanguageVersion.CSharp11 },
            KeepsMembers = false,
        },
        new("CNN014", "NoTorch",
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class [|Cnn|];
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class Cnn;
                """,
            "'Cnn'", "no TorchSharp", "CnnGen.ManagedTorch", "TorchSharp-cpu")
        {
            Options = RunOptions.Default with { References = [.. FrameworkReferences.All, References.CnnGen] },
            KeepsMembers = false,
        },
        new("CNN014", "TwoTorches",
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class [|Cnn|];
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class Cnn;
                """,
            "'Cnn'", "several", "OtherTorch", "Keep one")
        {
            Options = RunOptions.Default with { References = [.. References.All, References.OtherTorch] },
            KeepsMembers = false,
        },
        new("CNN021", "LateConstant",
            ErrorCases.Image("[Conv2D(Late.Filters, 3)]").Replace("Cnn", "[|Cnn|]"),
            ErrorCases.Image("[Conv2D(8, 3)]"),
            "'Cnn'", "another source generator")
        {
            Options = RunOptions.Default with { Added = "internal static class Late { public const int Filters = 8; }" },
        },
        new("CNN021", "LateAttribute",
            ErrorCases.Image("""
                [LateMark]
                [Conv2D(8, 30)]
                """).Replace("Cnn", "[|Cnn|]"),
            ErrorCases.Image("""
                [LateMark]
                [Conv2D(8, 3)]
                """),
            "'Cnn'", "another source generator")
        {
            Options = RunOptions.Default with { Added = LateMark },
            RightOptions = RunOptions.Default with { Added = LateMark },
        },
        new("CNN015", "OtherRuntime",
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class [|Cnn|];
                """,
            """
                [Model]
                [Input(28, 28, 1)]
                [Flatten]
                internal partial class Cnn;
                """,
            "'Cnn'", "CnnGen")
        {
            Options = RunOptions.Default with { References = [.. FrameworkReferences.All, References.Torch, References.CnnGenWithoutInterfaces] },
            KeepsMembers = false,
        },
    ];
}
