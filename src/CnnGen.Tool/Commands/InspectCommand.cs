using System.CommandLine;
using CnnGen.Interop;

namespace CnnGen.Tool.Commands;

/// <summary><c>inspect FILE</c>: what a file says of itself.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Weights or a checkpoint (.safetensors), or a file of Keras (.keras, .h5), ONNX (.onnx), PyTorch (.pt, .pth) or TorchSharp (.dat).",
            Validators = { Words.NotEmpty },
        };
        var command = new Command("inspect", "Says what a file holds: training, layers, operators, tensors. Nothing in it is run.") { file };
        command.SetAction(parsed => Console.WriteLine(NetworkFormat.Describe(parsed.GetRequiredValue(file))));
        return command;
    }
}
