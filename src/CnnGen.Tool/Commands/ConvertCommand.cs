using System.CommandLine;
using CnnGen.Interop;

namespace CnnGen.Tool.Commands;

/// <summary><c>convert FILE</c>: the attributes that declare a Keras model.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A .keras file, or an older .h5 file of a whole model.", Validators = { Words.NotEmpty } };
        var name = new Option<string?>("--name") { Description = "What the class is called. Default: after the model.", HelpName = "CLASS", Validators = { Words.NotEmpty } };
        var output = new Option<string?>("--out") { Description = "The C# file to write. Default: standard output.", HelpName = "FILE", Validators = { Words.NotEmpty } };
        var command = new Command("convert", "Writes the attributes that declare a Keras model.") { file, name, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(name), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string file, string? name, string? output)
    {
        KerasDeclaration declaration = KerasFormat.Declare(file, name);
        if (output is null)
        {
            Console.Write(declaration.Text);
        }
        else
        {
            declaration.Save(output);
        }

        foreach (string remark in declaration.Remarks)
        {
            Console.Error.WriteLine(remark);
        }

        return declaration.IsWhole ? 0 : 1;
    }
}
