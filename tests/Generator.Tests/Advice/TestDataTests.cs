using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Choosing by the test data is told of where the code shows it, and nothing else is.</summary>
public class TestDataTests
{
    [Theory]
    [InlineData("Validation = [|mnist.Test|], Callbacks = [new EarlyStopping()]", "EarlyStopping chooses by 'mnist.Test'")]
    [InlineData("Callbacks = [new ReduceOnPlateau { Patience = 2 }], Validation = [|mnist.Test|]", "ReduceOnPlateau chooses by 'mnist.Test'")]
    [InlineData("Validation = [|mnist.Test|], Keep = Checkpoints.Last(2) + Checkpoints.Best(EpochMeasure.ValidationAccuracy)", "Checkpoints.Best chooses by")]
    [InlineData("Validation = [|mnist.Test|], Callbacks = new TrainingCallback[] { new CsvLog(\"a\"), new EarlyStopping { Measure = \"val_auc\" } }", "EarlyStopping")]
    [InlineData("Validation = [|mnist.Test|], Callbacks = [new EarlyStopping { Measure = Measure.Validation.F1.Macro }]", "EarlyStopping")]
    [InlineData("Validation = mnist.Test", null)]
    [InlineData("Validation = mnist.Train, Callbacks = [new EarlyStopping()]", null)]
    [InlineData("Validation = mnist.Test, Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss }]", null)]
    [InlineData("Validation = mnist.Test, Callbacks = [new EarlyStopping { Measure = Measure.Training.Accuracy }]", null)]
    [InlineData("Validation = mnist.Test, Callbacks = [new EarlyStopping { Measure = \"accuracy\" }]", null)]
    [InlineData("Validation = mnist.Test.Take(10), Callbacks = [new EarlyStopping()]", null)]
    [InlineData("Callbacks = [new EarlyStopping()]", null)]
    public void In_options(string options, string? expected)
    {
        foreach (string expression in new[] { $"new TrainingOptions {{ {options} }}", $"new TrainingOptions() with {{ {options} }}" })
        {
            (string Place, string Message)[] told = Told(expression);
            if (expected is null)
            {
                told.ShouldBeEmpty();
                continue;
            }

            told.ShouldHaveSingleItem().Place.ShouldBe(options.Split("[|")[1].Split("|]")[0]);
            told[0].Message.ShouldContain(expected, Case.Sensitive);
        }
    }

    private static (string Place, string Message)[] Told(string expression)
    {
        string code = $$"""
            public static class Program
            {
                public static TrainingOptions Options(Mnist mnist) => {{expression.Replace("[|", "").Replace("|]", "")}};
            }
            """;
        GeneratorRun run = ModelCompiler.Generate(code, RunOptions.Default with { NoWarn = ["CS1591"], HasAdvice = true }).DidNotCrash();
        GeneratorRun.CompilerComplaints(run.Output).ShouldBeEmpty();
        return [.. run.Diagnostics.Select(diagnostic =>
        {
            diagnostic.Id.ShouldBe("CNN316");
            return (diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), diagnostic.GetMessage());
        })];
    }
}
