using System.CommandLine;
using CnnGen.Tool.Projects;

namespace CnnGen.Tool.Commands;

/// <summary><c>summary [PROJECT]</c>: Keras's table of a project's networks.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        Argument<string> project = Words.Project();
        Option<string?> model = Words.Model("all of them");
        var command = new Command("summary", "Prints the summaries of a project's networks. They are constants in the assembly: no code of it is run.") { project, model };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(project), parsed.GetValue(model)));
        return command;
    }

    private static void Run(string project, string? model)
    {
        DeclaredModels models = DeclaredModels.Of(BuiltProject.Find(project));
        IEnumerable<DeclaredModel> wanted = model is null ? models.All : [models.Find(model)];
        Console.WriteLine(string.Join($"{Environment.NewLine}{Environment.NewLine}", wanted.Select(static model => model.Summary.TrimEnd())));
    }
}
