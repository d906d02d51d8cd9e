using System.CommandLine;
using System.CommandLine.Parsing;
using CnnGen.Interop;

namespace CnnGen.Samples.Convert.Commands;

/// <summary><c>keras</c>: the attributes that declare the model of a Keras file.</summary>
internal static class KerasCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A .keras file, or an older .h5 file of a whole model.", Validators = { NotEmpty } };
        var name = new Option<string?>("--name") { Description = "What the class is called. Default: after the model.", Validators = { NotEmpty } };
        var output = new Option<string?>("--out") { Description = "The C# file to write. Default: standard output.", Validators = { NotEmpty } };
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
            declaration.Save(output);
        }

        foreach (string remark in declaration.Remarks)
        {
            Console.Error.WriteLine(remark);
        }

        return declaration.IsWhole ? 0 : 1;
    }

    // A script gives nothing where a variable is not set.
    private static void NotEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{(result is OptionResult option ? option.Option.Name : ((ArgumentResult)result).Argument.Name)} must not be empty.");
        }
    }
}
