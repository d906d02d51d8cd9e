using System.CommandLine;
using System.CommandLine.Parsing;
using CnnGen.Interop;
using CnnGen.Tool.Projects;

namespace CnnGen.Tool.Commands;

/// <summary><c>export [PROJECT] --format FORMAT --out FILE</c>: a network for another program.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> project = Words.Project();
        Option<string?> model = Words.Model("the only one");
        var format = new Option<NetworkFormat>("--format")
        {
            Description = $"{string.Join(", ", NetworkFormat.All.Select(static format => format.Name))}; pytorch is a Python module that trains under torchrun, pt its weights.",
            HelpName = "FORMAT",
            Required = true,
            CustomParser = Parse,
        };
        var weights = new Option<string?>("--weights") { Description = "Weights to export, in any format that can be read. Without it: fresh ones.", HelpName = "FILE", Validators = { Words.NotEmpty } };
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true, Validators = { Words.NotEmpty } };
        var command = new Command("export", "Writes a network of a project for another program. The assembly is loaded, and its network made.") { project, model, format, weights, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(project), parsed.GetValue(model), parsed.GetRequiredValue(format), parsed.GetValue(weights), parsed.GetRequiredValue(output)));
        return command;
    }

    private static void Run(string project, string? name, NetworkFormat format, string? weights, string output)
    {
        DeclaredModels models = DeclaredModels.Of(BuiltProject.Find(project));
        DeclaredModel model = name is null ? models.Only : models.Find(name);
        using INetwork network = LoadedAssembly.Make(models.Assembly, model);
        if (weights is not null)
        {
            NetworkFormat.LoadWeights(network, weights);
        }

        format.Save(network, output);
        Console.WriteLine($"{model.Name} is in {output}{(weights is null && format.Name != "pytorch" ? "; its weights are fresh, --weights gives trained ones" : "")}");
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
