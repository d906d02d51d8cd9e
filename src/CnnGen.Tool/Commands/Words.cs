using System.CommandLine;

namespace CnnGen.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Words
{
    /// <summary>Where networks are.</summary>
    public static Argument<string> Project() => new("PROJECT")
    {
        Description = "A project, which is built first, its folder, or an assembly that is built already (.dll).",
        DefaultValueFactory = static _ => ".",
    };

    public static Option<string?> Model(string otherwise) => new("--model") { Description = $"The class of the network. Default: {otherwise}.", HelpName = "CLASS" };
}
