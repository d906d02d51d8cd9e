using System.CommandLine;
using System.Text;
using CnnGen.Interop;

namespace CnnGen.Samples.Convert.Commands;

/// <summary><c>keras</c>: the attributes that declare the model of a Keras file.</summary>
internal static class KerasCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A .keras file, or an older .h5 file of a whole model." };
        var name = new Option<string?>("--name") { Description = "What the class is called. Default: after the model." };
        var output = new Option<string?>("--out") { Description = "The C# file to write. Default: standard output." };
        var command = new Command("keras", "Writes the attributes that declare a Keras model.") { file, name, output };
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
            AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(declaration.Text)));
        }

        foreach (string what in declaration.LeftOut)
        {
            Console.Error.WriteLine($"left out, as only training would need it: {what}");
        }

        foreach (string what in declaration.Lacking)
        {
            Console.Error.WriteLine($"error: CnnGen has none: {what}");
        }

        return declaration.Lacking.Count == 0 ? 0 : 1;
    }
}
