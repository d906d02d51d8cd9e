using System.CommandLine;
using System.CommandLine.Parsing;
using CnnGen.Interop;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>export MODEL --format FORMAT --out FILE</c>: a network in another program's format.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var model = Words.Model();
        var format = new Option<NetworkFormat>("--format")
        {
            Description = $"{string.Join(", ", NetworkFormat.All.Select(static format => format.Name))}; pytorch is a Python module that trains under torchrun, pt its weights.",
            HelpName = "FORMAT",
            Required = true,
            CustomParser = Parse,
        };
        var weights = new Option<string?>("--weights") { Description = "Weights to export, in any format that can be read. Without it: fresh ones.", HelpName = "FILE", Validators = { Words.NotEmpty } };
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true, Validators = { Words.NotEmpty } };
        var command = new Command("export", "Writes a network for another program: Keras, ONNX, PyTorch, TorchSharp.") { model, format, weights, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(format), parsed.GetValue(weights), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(ModelEntry entry, NetworkFormat format, string? weights, string output)
    {
        using var model = entry.Create();
        if (weights is not null)
        {
            NetworkFormat.LoadWeights(model, weights);
        }

        format.Save(model, output);
        Console.WriteLine($"{entry.Name} is in {output} ({new FileInfo(output).Length} bytes{(weights is null && format.Name != "pytorch" ? "; its weights are fresh, --weights gives trained ones" : "")})");
        return ExitCode.Success;
    }

    private static NetworkFormat? Parse(ArgumentResult result)
    {
        try
        {
            return NetworkFormat.Named(result.Tokens[0].Value);
        }
        catch (CnnGenException error)
        {
            result.AddError(error.Message);
            return null;
        }
    }
}
