using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Whoever takes what is offered, and then what is offered for what is left, comes to an end, and to a good one.</summary>
[Trait("Checklist", "22")]
public class FixChainTests
{
    // A mistake in the last layer, the loss and the labels each.
    private const int LongestChain = 4;

    private static readonly string[] Labels = ["ClassIndex", "OneHot", "Number"];
    private static readonly int[] Classes = [0, 2, 10];
    private static readonly int[] Units = [1, 2, 10];
    private static readonly string[] Ends = ["Linear", "Softmax", "Sigmoid", "Tanh", "ReLU"];
    private static readonly string[] Losses = [.. Enum.GetNames<Loss>()];

    public static TheoryData<string, int> Data
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string labels in Labels)
            {
                foreach (int classes in Classes)
                {
                    data.Add(labels, classes);
                }
            }

            return data;
        }
    }

    /// <summary>Every last layer with every loss, on labels of every kind: nobody is led in a circle, or to a network that cannot be trained.</summary>
    [Theory]
    [MemberData(nameof(Data))]
    public void Every_training_can_be_mended(string labels, int classes)
    {
        var chains = new Chains();
        foreach (string end in Ends)
        {
            foreach (int units in Units)
            {
                foreach (string loss in Losses)
                {
                    chains.Follow(FixedProject.Of($$"""
                        [ImageData(8, 8, 1, Classes = {{classes}}, Labels = LabelKind.{{labels}})]
                        internal sealed class Data;

                        [Model]
                        [Input(8, 8, 1)]
                        [Flatten]
                        [Dense({{units}}, Activation = Activation.{{end}})]
                        [Training<Data>(Loss = Loss.{{loss}})]
                        internal partial class Cnn;
                        """));
                }
            }
        }
    }

    /// <summary>
    /// The same where the last layer has no argument for its activation: a layer that is nothing else is replaced, with its name and what it
    /// takes, and below any other one is put.
    /// </summary>
    [Theory]
    [MemberData(nameof(Data))]
    public void Every_training_can_be_mended_behind_a_layer(string labels, int classes)
    {
        const string kept = "From = \"scores\", Name = \"end\", Trainable = false)]";
        var chains = new Chains(kept);
        foreach (string end in new[] { "Softmax(", "Tanh(", "ReLU(", "Dropout(0.5, ", "Activation(Activation.Sigmoid, " })
        {
            foreach (int units in new[] { 1, 10 })
            {
                foreach (string loss in new[] { "Auto", "Poisson", "Hinge", "CategoricalCrossentropy", "KLDivergence" })
                {
                    chains.Follow(FixedProject.Of($$"""
                        [ImageData(8, 8, 1, Classes = {{classes}}, Labels = LabelKind.{{labels}})]
                        internal sealed class Data;

                        [Model]
                        [Input(8, 8, 1)]
                        [Flatten]
                        [Dense({{units}}, Name = "scores")]
                        [Dense(7)]
                        [{{end}}{{kept}}
                        [Training<Data>(Loss = Loss.{{loss}})]
                        internal partial class Cnn;
                        """));
                }
            }
        }
    }

    /// <summary>Chains of windows, many of which do not fit: what is offered never only moves the error on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Windows_are_mended_at_once(int seed)
    {
        var random = new Random(seed);
        int mended = 0;
        for (int i = 0; i < 40; i++)
        {
            string[] layers = [.. Enumerable.Range(0, random.Next(3, 8)).Select(_ => random.Next(3) switch
            {
                0 => "[MaxPooling2D]",
                1 => $"[AveragePooling2D({random.Next(2, 4)})]",
                _ => $"[Conv2D(4, {random.Next(2, 6)}, Strides = {random.Next(1, 3)})]",
            })];
            FixedProject project = FixedProject.Of(
                $"[Model]\n[Input({random.Next(8, 29)}, {random.Next(8, 29)}, 1)]\n{string.Join('\n', layers)}\ninternal partial class Cnn;\n");
            foreach (CodeAction offer in project.Run.Diagnostics.SelectMany(project.Offers))
            {
                project.Take(offer).Run.Diagnostics.ShouldBeEmpty($"{offer.Title}:\n{project.Text}");
                mended++;
            }
        }

        mended.ShouldBeGreaterThan(20);
    }

    /// <summary>U-Nets and shortcuts on inputs of any size: whatever is offered brings the branches together.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Merges_are_mended_at_once(int seed)
    {
        var random = new Random(seed);
        int mended = 0;
        for (int i = 0; i < 40; i++)
        {
            int depth = random.Next(1, 4);
            string down = string.Concat(Enumerable.Repeat("[MaxPooling2D]\n", depth));
            string up = string.Concat(Enumerable.Repeat("[UpSampling2D]\n", depth));
            string branch = random.Next(3) switch
            {
                0 => down + up,
                1 => $"[Conv2D({4 * random.Next(1, 3)}, {random.Next(1, 4)})]\n[ReLU]\n",
                _ => $"[Conv2D({4 * random.Next(1, 3)}, 3, Strides = 2, Padding = Pad.Same)]\n[BatchNormalization]\n",
            };
            string merge = random.Next(4) switch
            {
                0 => "[Concatenate(\"stem\")]",
                1 => "[Concatenate(\"stem\", \"branch\")]",
                2 => "[Add(\"stem\")]",
                _ => "[Add(\"stem\", \"branch\", \"stem\")]",
            };
            FixedProject project = FixedProject.Of(
                $"[Model]\n[Input({random.Next(8, 40)}, {random.Next(8, 40)}, 1)]\n[Conv2D(4, 1, Name = \"stem\")]\n"
                + $"{branch}[Tanh(Name = \"branch\")]\n{merge}\ninternal partial class Cnn;\n");
            project.Run.Diagnostics.Length.ShouldBeLessThanOrEqualTo(1, project.Text);
            foreach (CodeAction offer in project.Run.Diagnostics.SelectMany(project.Offers))
            {
                project.Take(offer).Run.Diagnostics.ShouldBeEmpty($"{offer.Title}:\n{project.Text}");
                mended++;
            }
        }

        mended.ShouldBeGreaterThan(20);
    }

    // An end is a program without errors. Where something is left that no offer fixes, that is the author's to decide.
    private sealed class Chains(string kept = "")
    {
        // Many mistakes lead to the same program, which is followed once: the longest way from it to an end.
        private readonly Dictionary<string, int> _followed = [];

        public void Follow(FixedProject project) => Follow(project, []);

        private int Follow(FixedProject project, IReadOnlyList<(string Title, string Text)> way)
        {
            string text = project.Text, shown = string.Join("\n\n", way.Select(static step => $"{step.Title}:\n{step.Text}").Append(text));
            way.Select(static step => step.Text).ShouldNotContain(text, shown);
            text.ShouldContain(kept, Case.Sensitive, shown);
            if (!_followed.TryGetValue(text, out int left))
            {
                Diagnostic[] errors = [.. project.Run.Diagnostics];
                project.Run.Output.GetDeclarationDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(shown);
                errors.Length.ShouldBeLessThanOrEqualTo(1, shown);
                left = errors.SelectMany(project.Offers)
                    .Select(offer => 1 + Follow(project.Take(offer), [.. way, (offer.Title, text)]))
                    .DefaultIfEmpty()
                    .Max();
                _followed.Add(text, left);
            }

            (way.Count + left).ShouldBeLessThanOrEqualTo(LongestChain, shown);
            return left;
        }
    }
}
