using System.CommandLine;
using CnnGen.Interop;
using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>evaluate MODEL --weights FILE</c>: how good saved weights are on the test digits.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = Words.Model();
        var weights = Words.Weights();
        var data = Words.Data();
        var command = new Command("evaluate", "Measures saved weights on the test digits.") { model, weights, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(weights), parsed.GetValue(data)));
        return command;
    }

    private static int Run(ModelEntry entry, string weights, string? directory)
    {
        using var model = entry.Create();
        NetworkFormat.LoadWeights(model, weights);
        var digits = Digits.Load(directory);
        Console.WriteLine($"data: {digits.Description}");
        Console.WriteLine(model.Interpret(digits.Test));
        Console.WriteLine();
        var result = Evaluation.Evaluate(model, digits.Test, 256);
        Console.WriteLine($"test loss: {Numbers.Loss(result.Loss)}");
        Console.WriteLine(Numbers.TestAccuracy(result));
        return ExitCode.Success;
    }
}
