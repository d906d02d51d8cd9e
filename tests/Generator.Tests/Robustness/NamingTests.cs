using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Names of classes, namespaces and layers that other code could be in the way of.</summary>
public class NamingTests
{
    /// <summary>The compiler would rather keep lower-case names for itself.</summary>
    private static readonly RunOptions LowerCase = RunOptions.Default with { NoWarn = ["CS8981"] };

    /// <summary>A separable convolution has two modules, and another layer may be called as one of them would be.</summary>
    [Theory]
    [InlineData("[Conv2D(3, 1, Name = \"eye_depthwise\")]\n[SeparableConv2D(4, 3, Name = \"eye\")]")]
    [InlineData("[SeparableConv2D(4, 3, Name = \"eye\")]\n[Conv2D(3, 1, Name = \"eye_depthwise\")]")]
    [InlineData("[Conv2D(3, 1, Name = \"eye_pointwise\")]\n[SeparableConv2D(4, 3, Name = \"eye\")]\n[Conv2D(3, 1, Name = \"eye_depthwise\")]")]
    public void Parts_of_a_layer_are_not_other_layers(string layers)
    {
        GeneratorRun run = ModelCompiler.Generate($"[Model]\n[Input(8, 8, 2)]\n{layers}\npublic partial class Cnn;").HasNoDiagnostics().CompilesHere();

        string[] registered = [.. run.File.Split('\n').Where(line => line.Contains("register_module(")).Select(line => line.Split('"')[1])];
        registered.Length.ShouldBe(layers.Split('\n').Length + 1);
        registered.ShouldBeUnique();
    }

    [Fact]
    [Trait("Checklist", "14")]
    public void One_name_in_two_namespaces_gives_two_files()
    {
        GeneratorRun run = ModelCompiler.GenerateFiles(["""
            using CnnGen;
            [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { }
            namespace A
            {
                [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { }
            }
            namespace A.B
            {
                [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { }
            }
            """]).HasNoDiagnostics().Compiles();

        run.Files.Count.ShouldBe(3);
    }

    /// <summary>Roslyn compares hint names without regard to case, and drops every file of a generator that clashes.</summary>
    [Fact]
    [Trait("Checklist", "13")]
    public void Names_that_differ_in_case_only_give_two_files()
    {
        GeneratorRun run = ModelCompiler.Generate("""
            [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { }
            [Model] [Input(28, 28, 1)] [Flatten] internal partial class CNN { }
            [Model] [Input(28, 28, 1)] [Flatten] internal partial class cnn { }
            """).HasNoDiagnostics();

        run.Files.Count.ShouldBe(3);
        run.Files.Select(f => f.Hint.ToUpperInvariant()).ShouldBeUnique();
    }

    [Theory]
    [Trait("Checklist", "18")]
    [InlineData("@class")]
    [InlineData("@record")]
    [InlineData("@namespace")]
    [InlineData("@async")]
    [InlineData("@_")]
    [InlineData("Größe")]
    [InlineData("模型")]
    public void Any_identifier_can_name_a_model(string identifier) => ModelCompiler.Generate($$"""
        [Model] [Input(28, 28, 1)] [Conv2D(4, 3)] [Flatten] [Dense(10)] internal partial class {{identifier}} { }
        """).HasNoDiagnostics().CompilesHere();

    [Fact]
    [Trait("Checklist", "18")]
    public void A_namespace_can_be_a_keyword() => ModelCompiler.GenerateFiles(["""
        using CnnGen;
        namespace @event.@class;
        [Model] [Input(28, 28, 1)] [Flatten] [Dense(10)] internal partial class Cnn { }
        """]).HasNoDiagnostics().CompilesHere();

    [Theory]
    [InlineData("class")]
    [InlineData("conv2d.weight", false)]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("Summary")]
    [InlineData("forward")]
    [InlineData("input")]
    [InlineData("scope")]
    [InlineData("logits")]
    [InlineData("training")]
    [InlineData("weight")]
    [InlineData("_model")]
    [InlineData("\\\"; } /*")]
    [InlineData("</summary><![CDATA[")]
    [InlineData("*/ */")]
    [InlineData("\\u2028", false)]
    [InlineData("\\uffff", false)]
    [InlineData("\\ufdd0 \\ue000")]
    [InlineData("{0} {")]
    public void Any_text_can_name_a_layer_or_is_refused(string name, bool allowed = true)
    {
        string text = name.StartsWith('\\') ? name : name.Replace("\"", "\\\"");
        GeneratorRun run = ModelCompiler.Generate($$"""
            [Model]
            [Input(28, 28, 1)]
            [Conv2D(4, 3, Name = "{{text}}", Activation = Activation.ReLU)]
            [Flatten]
            [Dense(10)]
            internal partial class Cnn { }
            """).DidNotCrash();

        if (allowed)
        {
            run.HasNoDiagnostics().CompilesHere();
        }
        else
        {
            run.HasDiagnostic("CNN010").At($"Name = \"{text}\"").HasNoOthers();
        }
    }

    [Theory]
    [InlineData("input")]
    [InlineData("scope")]
    [InlineData("logits")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("class")]
    public void Ordinary_words_can_name_a_layer(string name) => ModelCompiler.Generate($$"""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(4, 3, Padding = Pad.Same, Strides = 2, Name = "{{name}}", Activation = Activation.ReLU)]
        [Flatten]
        [Dense(10)]
        internal partial class Cnn { }
        """).HasNoDiagnostics().CompilesHere();

    /// <summary>Networks with a name to be chosen: whose it is, and the declarations.</summary>
    private static readonly Dictionary<string, string> Chosen = new()
    {
        ["an input"] = """
            [InputData("‹›", 8)] [InputData("beside", 8)] [TargetData(Classes = 4)] internal sealed class Data;
            [Model] [Input("‹›", 8)] [Input("beside", 8)] [Add("‹›", "beside", Name = "sum")]
            [Dense(4, Activation = Activation.Softmax, KernelL2 = 0.1, ActivityL2 = 0.1, Name = "end")] [Training<Data>]
            internal partial class Cnn;
            """,
        ["an input of a network that gives several"] = """
            [Model] [Input("‹›", 8)] [Input("beside", 8)] [Add("‹›", "beside", Name = "sum")]
            [Dense(4, Activation = Activation.Softmax, Name = "end")] [Dense(3, Activation = Activation.Sigmoid, From = "sum", Name = "side")]
            [Output("end", "side")]
            internal partial class Cnn;
            """,
        ["a layer"] = """
            [Model] [Input(8, 8, 3)] [RandomFlip(Name = "flip")] [Conv2D(4, 3, Padding = Pad.Same, Strides = 2, Activation = Activation.ReLU, KernelConstraint = Constraint.MaxNorm, ActivityL1 = 0.1, Name = "‹›")]
            [Flatten(Name = "flat")] [Dense(4, Activation = Activation.Softmax, Name = "end")] [Training<Data>]
            internal partial class Cnn;
            [ImageData(8, 8, 3, Classes = 4)] internal sealed class Data;
            """,
        ["an output"] = """
            [Model] [Input(8)] [Dense(5, Name = "trunk")] [Dense(4, Activation = Activation.Softmax, Name = "‹›")]
            [Dense(1, Activation = Activation.Sigmoid, From = "trunk", Name = "beside")]
            [Output("‹›", "beside")]
            internal partial class Cnn;
            """,
        ["an output that is trained"] = """
            [InputData(8)] [TargetData("‹›", Classes = 4, IgnoredClass = 0)] [TargetData("beside", Classes = 2, Weighted = true)] [TargetData("own", 3)] internal sealed class Data;
            [Model] [Input(8)] [Dense(5, KernelL2 = 0.1, Name = "trunk")] [Dense(4, Activation = Activation.Softmax, ActivityL2 = 0.1, Name = "‹›")]
            [Dense(1, Activation = Activation.Sigmoid, From = "trunk", Name = "beside")] [Dense(3, From = "trunk", Name = "own")]
            [Output("‹›", Metrics = Metrics.Accuracy | Metrics.IoU)] [Output("beside")] [Output("own", CustomLoss = nameof(Distance), Metrics = Metrics.R2)] [Training<Data>]
            internal partial class Cnn
            {
                private static TorchSharp.torch.Tensor Distance(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => (outputs - targets).abs().mean();
            }
            """,
        ["an output of a network that cannot run"] = """
            [Model] [Input("‹›", 8)] [Input("beside", 8)] [Dense(0, From = "‹›", Name = "one")] [Dense(3, From = "‹›", Name = "two")] [Output("‹›", "two")]
            internal partial class Cnn;
            """,
    };

    public static TheoryData<string> Owners => [.. Chosen.Keys];

    /// <summary>Whatever word a generated file uses, something of the network may be called so.</summary>
    [Theory]
    [MemberData(nameof(Owners))]
    public void Every_word_of_generated_code_is_a_name(string owner)
    {
        const string chosen = "chosen";
        string declarations = Chosen[owner];
        GeneratorRun sample = ModelCompiler.Generate(declarations.Replace("‹›", chosen));
        string[] words = [.. CSharpSyntaxTree.ParseText(sample.File).GetRoot().DescendantTokens()
            .Where(static token => token.Text.Length > 0 && (char.IsLetter(token.Text[0]) || token.Text[0] == '_'))
            .Select(static token => token.ValueText)
            .Append("clone")
            .Distinct()
            .Where(word => !declarations.Contains($"\"{word}\""))];
        words.Length.ShouldBeGreaterThan(50);

        GeneratorRun run = ModelCompiler.GenerateFiles([.. words.Select((word, i) => $"using CnnGen; namespace Sample{i};\n{declarations.Replace("‹›", word)}")]).DidNotCrash();

        run.Files.Count.ShouldBe(words.Length);
        run.Diagnostics.Where(found => sample.Diagnostics.All(expected => expected.Id != found.Id)).ShouldBeEmpty();
        GeneratorRun.CompilerComplaints(GeneratedFiles.WithWarnings(run.Output, run.Input)).Take(10).ShouldBeEmpty();
    }

    /// <summary>A loss or a metric of the author's may be called as a local of the methods that call it.</summary>
    [Theory]
    [InlineData("loss")]
    [InlineData("logits")]
    [InlineData("targets")]
    [InlineData("sums")]
    [InlineData("outputs")]
    [InlineData("device")]
    [InlineData("batch")]
    [InlineData("@event")]
    public void A_function_of_the_authors_can_be_called_like_a_local(string name)
    {
        string function = $"private static TorchSharp.torch.Tensor {name}(TorchSharp.torch.Tensor given, TorchSharp.torch.Tensor wanted) => (given - wanted).abs().mean();";
        ModelCompiler.Generate($$"""
            [ImageData(8, 8, 1, Classes = 3, Labels = LabelKind.Number)] internal sealed class Data;
            [Model] [Input(8, 8, 1)] [Flatten] [Dense(3, Activation = Activation.Sigmoid)] [Training<Data>(CustomLoss = nameof({{name}}), CustomMetrics = new[] { nameof({{name}}) })]
            internal partial class One { {{function}} }

            [InputData(8)] [TargetData("a", 3)] [TargetData("b", 3)] internal sealed class Pairs;
            [Model] [Input(8)] [Dense(3, Name = "a")] [Dense(3, Activation = Activation.Sigmoid, Name = "b")]
            [Output("a", "b")] [Training<Pairs>(CustomLoss = nameof({{name}}), CustomMetrics = new[] { nameof({{name}}) })]
            internal partial class Two { {{function}} }
            """).HasNoDiagnostics().CompilesHere();
    }

    /// <summary>Layers whose names differ only in what an identifier cannot hold.</summary>
    [Fact]
    public void Names_that_give_the_same_identifier_stay_apart() => ModelCompiler.Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(4, 3, Name = "a b")]
        [Conv2D(4, 3, Name = "a-b")]
        [Conv2D(4, 3, Name = "a_b")]
        [Conv2D(4, 3, Name = "A_b")]
        [Conv2D(4, 3, Name = "a_b_1")]
        internal partial class Cnn { }
        """).HasNoDiagnostics().CompilesHere();

    [Theory]
    [Trait("Checklist", "18")]
    [InlineData("System")]
    [InlineData("Tensor")]
    [InlineData("Module")]
    [InlineData("torch")]
    [InlineData("TorchSharp")]
    [InlineData("CnnGen")]
    [InlineData("Mnist")]
    [InlineData("Single")]
    [InlineData("nn")]
    public void A_type_of_that_name_is_not_in_the_way(string name) => ModelCompiler.GenerateFiles([$$"""
        using CnnGen;
        namespace Sample
        {
            internal sealed class {{name}} { }

            [Model] [Input(28, 28, 1)] [Conv2D(4, 3, Padding = Pad.Same, Strides = 2)] [BatchNormalization] [Flatten] [Dropout(0.5)]
            [Dense(10, Activation = Activation.Softmax)] [Training<Digits>]
            internal partial class Cnn { }

            [ImageData(28, 28, 1, Classes = 10)]
            internal sealed class Digits { }
        }
        """], LowerCase).HasNoDiagnostics().CompilesHere();

    [Theory]
    [Trait("Checklist", "18")]
    [InlineData("System")]
    [InlineData("Tensor")]
    [InlineData("Module")]
    [InlineData("torch")]
    [InlineData("TorchSharp")]
    [InlineData("String")]
    public void A_model_of_that_name_is_no_problem(string name) => ModelCompiler.Generate($$"""
        [Model] [Input(28, 28, 1)] [Conv2D(4, 3)] [Flatten] [Dense(10, Activation = Activation.Softmax)]
        internal partial class {{name}} { }
        """, LowerCase).HasNoDiagnostics().CompilesHere();

    /// <summary>A generated file without a namespace stands beside the usings of the whole project.</summary>
    [Theory]
    [InlineData("Tensor", "TorchSharp.torch.Tensor")]
    [InlineData("torch", "TorchSharp.torch")]
    [InlineData("nn", "TorchSharp.torch.nn")]
    [InlineData("F", "TorchSharp.torch.nn.functional")]
    [InlineData("Modules", "TorchSharp.Modules")]
    [InlineData("F", "System.String")]
    public void An_alias_of_the_whole_project_is_not_in_the_way(string name, string meaning)
    {
        const string models = """
            [Model] [Input(28, 28, 1)] [Conv2D(4, 3, Padding = Pad.Same, Strides = 2, KernelL2 = 0.1)] [BatchNormalization] [Flatten] [Dense(10, Activation = Activation.Softmax)]
            [Training<Digits>]
            internal partial class Cnn { }

            [ImageData(28, 28, 1, Classes = 10)]
            internal sealed class Digits { }
            """;
        string[] directives = [$"global using {name} = {meaning};\nglobal using System;\nglobal using static System.Math;\n"];

        string alone = ModelCompiler.GenerateFiles([$"using CnnGen;\n{models}", .. directives], LowerCase).HasNoDiagnostics().CompilesHere().File;
        string within = ModelCompiler.GenerateFiles([$"using CnnGen;\nnamespace Sample;\n{models}", .. directives], LowerCase).HasNoDiagnostics().CompilesHere().File;

        alone.ShouldNotContain($"using {name} =");
        within.ShouldContain($"using {name} =");
    }

    [Fact]
    public void All_usings_together_leave_nothing_ambiguous() => ModelCompiler.GenerateFiles([$$"""
        using System;
        using CnnGen;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        namespace Sample;

        {{Notebook.StridedSameCnn.Replace("Training<Mnist>", "Training<Digits>")}}

        [ImageData(28, 28, 1, Classes = 10)]
        internal sealed class Digits;

        {{LayerModels.All["ConvolutionActivations"]}}

        {{string.Join('\n', WindowModels.All.Values
            .Select((model, i) => model.Replace("class Cnn", $"class Window{i}")))}}

        {{string.Join('\n', ElementwiseModels.All.Values
            .Select((model, i) => model.Replace("class Cnn", $"class Elementwise{i}")))}}
        """]).HasNoDiagnostics().CompilesHere();
}
