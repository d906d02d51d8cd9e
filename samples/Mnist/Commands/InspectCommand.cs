using System.CommandLine;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>inspect FILE</c>: what a checkpoint or a weight file says of itself.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A checkpoint or weights.", Validators = { Words.NotEmpty } };
        var command = new Command("inspect", "Says how a checkpoint or weights came about.") { file };
        command.SetAction(parsed =>
        {
            Console.WriteLine(CheckpointInfo.Read(parsed.GetRequiredValue(file)));
            return ExitCode.Success;
        });
        return command;
    }
}
