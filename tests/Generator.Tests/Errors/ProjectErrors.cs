using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Mistakes in the project around the model.</summary>
internal static class ProjectErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN013", "OldLanguage",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class [|Cnn|] { }",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class Cnn { }",
            "'Cnn'", "C# 10", "<LangVersion>", "11")
        {
            Options = RunOptions.Default with { Language = LanguageVersion.CSharp10 },
            RightOptions = RunOptions.Default with { Language = LanguageVersion.CSharp11 },
            KeepsMembers = false,
        },
        new("CNN014", "NoTorch",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class [|Cnn|];",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class Cnn;",
            "'Cnn'", "TorchSharp-cpu")
        {
            Options = RunOptions.Default with { References = [.. FrameworkReferences.All, References.CnnGen] },
            KeepsMembers = false,
        },
        new("CNN015", "OtherRuntime",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class [|Cnn|];",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\ninternal partial class Cnn;",
            "'Cnn'", "CnnGen")
        {
            Options = RunOptions.Default with { References = [.. FrameworkReferences.All, References.Torch, References.CnnGenWithoutInterfaces] },
            KeepsMembers = false,
        },
    ];
}
