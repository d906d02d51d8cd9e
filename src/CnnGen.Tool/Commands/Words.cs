using System.CommandLine;
using System.CommandLine.Parsing;

namespace CnnGen.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Words
{
    /// <summary>Where networks are.</summary>
    public static Argument<string> Project() => new("PROJECT")
    {
        Description = "A project, which is built first, its folder, or an assembly that is built already (.dll).",
        DefaultValueFactory = static _ => ".",
        Validators = { NotEmpty },
    };

    public static Option<string?> Model(string otherwise) =>
        new("--model") { Description = $"The class of the network. Default: {otherwise}.", HelpName = "CLASS", Validators = { NotEmpty } };

    /// <summary>Refuses a name of nothing, which a script gives where a variable is not set.</summary>
    public static void NotEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{(result is OptionResult option ? option.Option.Name : ((ArgumentResult)result).Argument.Name)} must not be empty");
        }
    }
}
