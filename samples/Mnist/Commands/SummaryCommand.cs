using System.CommandLine;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>summary [MODEL]</c>: Keras's tables and nothing else, so that the output can be piped and compared.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var model = Words.OptionalModel();
        var command = new Command("summary", "Prints the Keras summary of a model, or of all six.") { model };
        command.SetAction(parsed =>
        {
            Print(parsed.GetValue(model) is { } one ? [one] : ModelCatalog.All);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(IReadOnlyList<ModelEntry> models) =>
        Console.Out.Write(string.Join("\n\n", models.Select(model => model.Summary)) + "\n");
}
