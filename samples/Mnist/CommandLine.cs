using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Text;
using CnnGen.Samples.Mnist.Commands;
using CnnGen.Samples.Mnist.Training;

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

        using var impatience = EndAtSecondInterrupt();
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration);
        }
        catch (InterruptedException e)
        {
            return Fail(e.Message, ExitCode.Interrupted);
        }
        catch (Exception e) when (e is CnnGenException or IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return Fail("interrupted.", ExitCode.Interrupted);
        }
    }

    // The first Ctrl+C asks, the second one does not.
    private static PosixSignalRegistration EndAtSecondInterrupt()
    {
        var interrupts = 0;
        return PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            if (Interlocked.Increment(ref interrupts) > 1)
            {
                Environment.Exit(ExitCode.Interrupted);
            }
        });
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Six convolutional networks for handwritten digits. Without a command: describes, trains and compares all six.")
        {
            SummaryCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            PredictCommand.Create(),
            ExportCommand.Create(),
            RecordCommand.Create(),
            InspectCommand.Create(),
        };
        NotebookCommand.Attach(root);
        return root;
    }

    // The parser's own messages do not say what would have been right where a word is mistyped or missing.
    private static string Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            return ExplainUnknown(word, command);
        }

        return command.Arguments.FirstOrDefault(argument => IsMissing(argument, parsed)) is { } missing
            ? $"{command.Name}: {missing.Name} is missing. {missing.Description}"
            : $"{parsed.Errors[0].Message.TrimEnd('.')}; see {Help(command)}";
    }

    private static string ExplainUnknown(string word, Command command)
    {
        var isOption = word.StartsWith('-');
        if (!isOption && command is not RootCommand)
        {
            return $"'{word}' is one word too many; see {Help(command)}";
        }

        IReadOnlyCollection<string> names = isOption
            ? [.. command.Options.Select(option => option.Name)]
            : [.. command.Subcommands.Select(subcommand => subcommand.Name)];
        var guess = NearestName.Of(word, names) is { } name ? $"; did you mean {name}?" : ";";
        return $"there is no {(isOption ? "option" : "command")} '{word}'{guess} see {Help(command)}";
    }

    private static string Help(Command command) => command is RootCommand ? "--help" : command.Name + " --help";

    private static bool IsMissing(Argument argument, ParseResult parsed) =>
        argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 };

    private static int Fail(string message, int exitCode)
    {
        Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
