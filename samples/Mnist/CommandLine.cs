using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using CnnGen.Samples.Mnist.Commands;

namespace CnnGen.Samples.Mnist;

/// <summary>The program's commands, and what becomes of their errors.</summary>
internal static class CommandLine
{
    // Ctrl+C asks the running command to stop; it gets this long to finish its step and say what it kept.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Fail(Explain(parsed), ExitCode.WrongArguments);
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e) when (e is CnnGenException or IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return Fail("interrupted.", ExitCode.Failed);
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Six convolutional networks for handwritten digits. Without a command: describes, trains and compares all six.")
        {
            SummaryCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            PredictCommand.Create(),
        };
        NotebookCommand.Attach(root);
        return root;
    }

    // A mistyped command reaches the parser as a word too many; the likely one is a better hint than that.
    private static string Explain(ParseResult parsed)
    {
        var commands = parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name).ToList();
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            var guess = NearestName.Of(word, commands);
            return $"there is no command '{word}'{(guess is null ? "" : $"; did you mean '{guess}'?")} (commands: {string.Join(", ", commands)})";
        }

        return $"{parsed.Errors[0].Message.TrimEnd('.')}; see {Usage(parsed.CommandResult.Command)}";
    }

    private static string Usage(Command command) => command is RootCommand ? "--help" : $"{command.Name} --help";

    private static int Fail(string message, int exitCode)
    {
        Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
