namespace CnnGen.Package.Tests;

/// <summary>A project that turns on every analyzer of the SDK and takes each warning for an error, in old and new C#.</summary>
[Collection(nameof(Packages))]
[Trait("Checklist", "17")]
public sealed class StrictConsumerTests(Packages packages)
{
    private const string Models = """
        using CnnGen;

        namespace Strict
        {
            /// <summary>Images of digits.</summary>
            [ImageData(28, 28, 1, Classes = 10)]
            public sealed class Digits { }

            [Model]
            [Input(28, 28, 1)]
            [Conv2D(8, 3, Padding = Pad.Same, Strides = 2, Activation = Activation.ReLU)]
            [BatchNormalization]
            [Dropout(0.25)]
            [MaxPooling2D(2)]
            [Flatten]
            [Dense(10, Activation = Activation.Softmax)]
            [Training<Digits>(Optimizer = Optimizer.AdamW)]
            public sealed partial class TrainedCnn { }

            [Model]
            [Input(28, 28, 1)]
            [Flatten]
            [Dense(10)]
            public sealed partial class PlainCnn { }
        }
        """;

    [Theory]
    [InlineData("11", "disable")]
    [InlineData("11", "enable")]
    [InlineData("latest", "disable")]
    [InlineData("latest", "enable")]
    public void Nothing_is_found_in_generated_code(string language, string nullable) => new Consumer(packages) { Program = Models }.Run(
        "build", "-v", "q", "-warnaserror", "-p:OutputType=Library", "-p:AnalysisMode=All", "-p:EnforceCodeStyleInBuild=true",
        "-p:GenerateDocumentationFile=true", "-p:ImplicitUsings=disable", $"-p:LangVersion={language}", $"-p:Nullable={nullable}").Succeeded();

    /// <summary>The analyzers are really on: this class is one that they dislike.</summary>
    [Fact]
    public void Something_is_found_in_other_code() => new Consumer(packages) { Program = Models.Replace("Digits", "Data") }.Run(
        "build", "-v", "q", "-warnaserror", "-p:OutputType=Library", "-p:AnalysisMode=All").Output.ShouldContain("error CA1724");
}
