using System.Diagnostics;
using CnnGen.Completion;
using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Completion that knows the next shape: through Roslyn's own service, as editors ask it.</summary>
public class CompletionTests(ITestOutputHelper output)
{
    private const string Head = "[Model, Input(28, 28, 1)]\n[Conv2D(32, 3, Name = \"stem\")]\n";

    [Theory]
    [InlineData("[$$\n[Flatten]\n")]
    [InlineData("[Con$$\n[Flatten]\n")]
    [InlineData("[Con$$]\n[Flatten]\n")]
    [InlineData("[ReLU, $$]\n")]
    [InlineData("[$$]\n")]
    [InlineData("[$$\n")]
    public async Task Layers_that_fit_come_first_with_what_they_give(string rest)
    {
        CompletionList list = await CompletionList.At($"{Head}{rest}public partial class Cnn;\n");

        list.Items[0].DisplayText.ShouldBe("Conv2D(32, 3)");
        list.Own[0].ShouldBe("Conv2D(32, 3) → 24×24×32, 9,248 parameters");
        list.Own.ShouldContain("MaxPooling2D → 13×13×32");
        list.Own.ShouldContain("Flatten → 21632");
        list.Own.ShouldContain("BatchNormalization → 26×26×32, 128 parameters");
        (await list.Take("Conv2D(32, 3)")).ShouldContain("Conv2D(32, 3)");
    }

    [Fact]
    public async Task Layers_that_cannot_fit_come_last_with_the_reason()
    {
        CompletionList list = await CompletionList.At("[Model, Input(28, 28, 1)]\n[Flatten]\n[$$]\npublic partial class Cnn;\n");

        list.Own[0].ShouldStartWith("Dense(128) → 128, 100,480 parameters");
        list.Items[^1].DisplayText.ShouldNotBeEmpty();
        int last = list.Items.ToList().FindIndex(static item => item.DisplayText == "Conv2D(32, 3)");
        list.Items.Skip(last).ShouldAllBe(static item => item.SortText.StartsWith('~'));
        (await list.Describe("Conv2D(32, 3)")).ShouldContain("a vector of 784");
    }

    /// <summary>What is offered is what is told of the layer once it stands there.</summary>
    [Theory]
    [InlineData(ModelCompiler.Usings)]
    [InlineData("namespace Sample;\n")]
    [InlineData("using CnnGen; namespace Sample;\nenum Pad { } enum Activation { }\n")]
    public async Task Every_offer_that_fits_compiles(string head)
    {
        const string models = "[CnnGen.Model, CnnGen.Input(16, 16, 4)]\n[CnnGen.Conv2D(8, 3, Padding = CnnGen.Pad.Same, Name = \"stem\")]\n[CnnGen.ReLU]\n[$$]\npublic partial class Cnn;\n";
        CompletionList list = await CompletionList.At(models, head);
        CompletionItem[] fitting = [.. list.Items.Where(static item => item.SortText[0] == '!')];
        fitting.Length.ShouldBeGreaterThan(30);

        foreach (CompletionItem item in fitting)
        {
            string shape = item.InlineDescription.Split(", ")[0].Replace("→ ", "").Replace("×", ", ");
            string written = (await list.Take(item.DisplayText)).Replace("public partial", $"[CnnGen.Expect({shape})]\npublic partial");

            ModelCompiler.GenerateFiles([head + written]).HasNoDiagnostics().CompilesHere();
        }
    }

    [Fact]
    public async Task The_last_layer_of_a_classifier_is_known_from_its_data()
    {
        CompletionList list = await CompletionList.At("[Model, Input(28, 28, 1)]\n[Flatten]\n[$$]\n[Training<Mnist>]\npublic partial class Cnn;\n");

        list.Own[0].ShouldBe("Dense(10, Activation = Activation.Softmax) → 10, 7,850 parameters");
    }

    [Theory]
    [InlineData("[ReLU(From = \"$$\")]", "conv2d", "stem", "input")]
    [InlineData("[ReLU(From = $$)]", "\"conv2d\"", "\"stem\"", "\"input\"")]
    [InlineData("[Reuse(\"$$\")]", "conv2d", "stem")]
    [InlineData("[Reuse(\"stem\", From = $$)]", "\"conv2d\"", "\"stem\"", "\"input\"")]
    [InlineData("[Reuse(\"stem\", From =$$)]", "\"conv2d\"", "\"stem\"", "\"input\"")]
    [InlineData("[Reuse(\"stem\", From = \"$$\")]", "conv2d", "stem", "input")]
    [InlineData("[Add(\"stem\", From = $$)]", "\"conv2d\"", "\"stem\"", "\"input\"")]
    [InlineData("[Add(\"stem\", From = \"$$\")]", "conv2d", "stem", "input")]
    [InlineData("[Add(\"stem\", From = $$", "\"conv2d\"", "\"stem\"", "\"input\"")]
    [InlineData("[Add(\"$$\")]", "stem", "input")]
    [InlineData("[Add($$)]", "\"stem\"", "\"input\"")]
    [InlineData("[Add(\"st$$em\")]", "stem", "input")]
    [InlineData("[Output(\"$$\")]", "re_lu", "conv2d", "stem", "input")]
    public async Task Names_in_scope(string attribute, params string[] names)
    {
        CompletionList list = await CompletionList.At(
            $"{Head}[Conv2D(32, 3, Padding = Pad.Same)]\n{attribute}\n{(attribute.Contains("Output") ? "[ReLU]\n" : "")}public partial class Cnn;\n");

        list.Own.Select(static offer => offer.Split(' ')[0]).ShouldBe(names);
        list.Own.Single(static offer => offer.StartsWith("stem", StringComparison.Ordinal) || offer.StartsWith("\"stem", StringComparison.Ordinal)).ShouldEndWith(" 26×26×32");
    }

    [Fact]
    public async Task A_name_that_cannot_be_added_comes_last_with_the_reason()
    {
        CompletionList list = await CompletionList.At($"{Head}[MaxPooling2D]\n[Add(\"$$\")]\npublic partial class Cnn;\n");

        list.Own.ShouldAllBe(static offer => offer.Contains("cannot", StringComparison.Ordinal));
        (await list.Take("stem")).ShouldContain("[Add(\"stem\")]");
    }

    [Theory]
    [InlineData("[Training<$$>]\n")]
    [InlineData("[Training<Mn$$>]\n")]
    [InlineData("[Training<$$\n")]
    public async Task Data_sets_that_fit_come_first(string training)
    {
        CompletionList list = await CompletionList.At(
            $"{Head}[Flatten]\n[Dense(10)]\n{training}public partial class Cnn;\n\n[ImageData(32, 32, 3, Classes = 7)]\npublic sealed class Colours;\n");

        list.Own.Select(static offer => offer.Split(' ')[0]).ShouldBe(["FashionMnist", "Mnist", "Cifar10", "Cifar100", "Colours"]);
        list.Own[1].ShouldBe("Mnist 28×28×1; 10 classes");
        (await list.Describe("Colours")).ShouldContain("32×32×3");
    }

    [Theory]
    [InlineData("[Model, Input(28, 28, 1)]\n[Conv2D(32, 3, Name = \"$$\")]\npublic partial class Cnn;")]
    [InlineData("[Model, Input(28, 28, 1)]\n[Conv2D(32, $$)]\npublic partial class Cnn;")]
    [InlineData("[Model, Input(28, 28, 1)]\n[Conv$$2D(32, 3)]\npublic partial class Cnn;")]
    [InlineData("public class Other { [Sys$$] void Method() { } }")]
    [InlineData("[Sys$$]\npublic class Other;")]
    [InlineData("public class Other { string Text => \"$$\"; }")]
    [InlineData("[$$")]
    public async Task Elsewhere_nothing_is_offered(string models) => (await CompletionList.At(models)).Own.ShouldBeEmpty();

    /// <summary>Below two hundred layers a keystroke costs little more than below two: a candidate is tried on the shape above it alone.</summary>
    [Fact]
    public async Task Is_fast_below_200_layers()
    {
        double few = await Milliseconds(2), many = await Milliseconds(200);
        output.WriteLine($"{few:F1} ms below 2 layers, {many:F1} ms below 200");

        many.ShouldBeLessThan((20 * few) + 500);
    }

    private static async Task<double> Milliseconds(int layers)
    {
        string models = $"[Model, Input(28, 28, 1)]\n{string.Concat(Enumerable.Repeat("[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]\n", layers))}[$$]\npublic partial class Cnn;\n";
        (Document document, int position) = CompletionList.Open(models);
        var service = CompletionService.GetService(document)!;
        var times = new List<double>();
        for (int time = 0; time < 12; time++)
        {
            // Each keystroke makes a new document.
            Document typed = document.WithText((await document.GetTextAsync()).Replace(0, 0, $"// {time}\n"));
            await typed.Project.GetCompilationAsync();
            var clock = Stopwatch.StartNew();
            await service.GetCompletionsAsync(typed, position + $"// {time}\n".Length);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
