using System.CommandLine;
using CnnGen.Interop;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>inspect FILE</c>: what a checkpoint, weights or a network of another program say of themselves.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A checkpoint, weights, or a file of Keras, ONNX, PyTorch or TorchSharp.", Validators = { Words.NotEmpty } };
        var command = new Command("inspect", "Says how a checkpoint or weights came about, and what a file of another program holds.") { file };
        command.SetAction(parsed =>
        {
            Console.WriteLine(NetworkFormat.Describe(parsed.GetRequiredValue(file)));
            return ExitCode.Success;
        });
        return command;
    }
}
