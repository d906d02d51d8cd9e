using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using CnnGen.Tool.Commands;

namespace CnnGen.Tool;

/// <summary>The commands, and what becomes of their errors: one line on standard error.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongArguments = 2;

    /// <returns>0 for success, 1 for a failure, 2 if the command line alone shows the mistake.</returns>
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // A RootCommand would be called like the assembly.
        var root = new Command("cnngen", "Networks of CnnGen, and the files of networks.")
        {
            new HelpOption(),
            new VersionOption(),
            SummaryCommand.Create(),
            InspectCommand.Create(),
            ConvertCommand.Create(),
            ExportCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Command command = parsed.CommandResult.Command;
            string name = command == root ? root.Name : $"{root.Name} {command.Name}";
            return Fail($"{Explain(parsed, isRoot: command == root)}; see {name} --help", WrongArguments);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is CnnGenException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            return Fail(error.Message, Failed);
        }
        catch (Exception error)
        {
            // Nobody can do anything with a stack trace but who mends the tool.
            return Fail($"{error.GetType().Name}: {error.Message.TrimEnd('.')}. This is a fault of {root.Name}, or of the project that it has loaded; please report it with the command.", Failed);
        }
    }

    // A mistyped command is said to be missing first.
    private static string Explain(ParseResult parsed, bool isRoot) => isRoot && parsed.UnmatchedTokens is [var word, ..]
        ? $"there is no {(word.StartsWith('-') ? "option" : "command")} '{word}'"
        : parsed.Errors[0].Message.TrimEnd('.');

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return code;
    }
}
