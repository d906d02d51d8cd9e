using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CnnGen.Samples.DrawADigit.Server;

/// <summary>The program's options, and what becomes of its errors.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongArguments = 2;

    private static readonly Option<int?> s_port = Number("--port", "Port on 127.0.0.1; 0 takes a free one and says which. Default: 5050.", 0, ushort.MaxValue);
    private static readonly Option<string?> s_weights = Text("--weights", "FILE", "Weights to take. Where there is no such file, the network is trained and the file written.");
    private static readonly Option<bool> s_train = new("--train") { Description = "Trains the network anew; the page shows how far it is." };
    private static readonly Option<string?> s_data = Text("--data", "DIR", "Folder with the four IDX files of MNIST, to train on. Without it: $CNNGEN_MNIST_DIR, the cache, a download, or the digits that ship with the samples.");
    private static readonly Option<int?> s_epochs = Number("--epochs", "Times that a training goes through the digits.", 1, 1000);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("A page on 127.0.0.1 where a network reads the digit that is drawn.") { s_port, s_weights, s_train, s_data, s_epochs };
        root.SetAction((parsed, cancellation) => Serve(Read(parsed), cancellation));
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            return Fail($"{result.Errors[0].Message.TrimEnd('.')}; see --help", WrongArguments);
        }

        try
        {
            // Ctrl+C is the server's: it finishes the requests that are running.
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception) when (exception is CnnGenException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message, Failed);
        }
    }

    private static async Task<int> Serve(ServerOptions options, CancellationToken cancellation)
    {
        await using WebApplication site = Site.Create(options);
        await site.StartAsync(cancellation);
        Console.WriteLine($"Draw a digit: {site.Urls.First()}  (Ctrl+C ends)");
        await site.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static ServerOptions Read(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(s_port) ?? new ServerOptions().Port,
        Weights = parsed.GetValue(s_weights),
        Train = parsed.GetValue(s_train),
        Data = parsed.GetValue(s_data),
        Epochs = parsed.GetValue(s_epochs),
    };

    private static Option<string?> Text(string name, string help, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{name} must not be empty");
            }
        });
        return option;
    }

    private static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parse(result, name, least, most),
    };

    private static int? Parse(ArgumentResult result, string name, int least, int most)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{name} must be a whole number from {least} to {most}, not '{text}'");
        return null;
    }

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return code;
    }
}
