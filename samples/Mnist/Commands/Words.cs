using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using CnnGen.Terminal;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary>The arguments and options that commands share, with messages that say what would be right.</summary>
internal static class Words
{
    public static Argument<ModelEntry> Model() => new("MODEL")
    {
        Description = "One of " + string.Join(", ", ModelCatalog.Names) + ".",
        CustomParser = result => ParseModel(result)!,
    };

    public static Argument<ModelEntry?> OptionalModel() => new("MODEL")
    {
        Description = "One of " + string.Join(", ", ModelCatalog.Names) + "; all six without it.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ParseModel,
    };

    public static Option<string> Weights() => new("--weights")
    {
        Description = "Weights that train --out has written, or of another program: Keras, PyTorch, TorchSharp.",
        HelpName = "FILE",
        Required = true,
        Validators = { NotEmpty },
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder with the four IDX files of MNIST, gzipped. Without it: $CNNGEN_MNIST_DIR, the cache, a download, or the digits that ship with the sample.",
        HelpName = "DIR",
        Validators = { NotEmpty },
    };

    /// <summary>Refuses a path of nothing, which a script gives where a variable is not set.</summary>
    public static void NotEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{Name(result)} must not be empty");
        }
    }

    public static Option<int?> Epochs() => Count("--epochs", "Times that the training digits are gone through, those of a resumed training included.");

    public static Option<int?> Limit() => Count("--limit", "Takes only the first N training digits.", least: 2);

    public static Option<bool> Quiet() => new("--quiet") { Description = "Says nothing but the result." };

    public static Option<bool> Json() => new("--json") { Description = "Says nothing but an object a line on standard output: one for each epoch, and the result." };

    /// <summary>How a training is shown by these two options.</summary>
    public static ViewMode View(bool quiet, bool json) => json ? ViewMode.Json : quiet ? ViewMode.Quiet : ViewMode.Auto;

    /// <summary>Refuses both at once.</summary>
    public static void NotBoth(CommandResult result, Option<bool> quiet, Option<bool> json)
    {
        if (result.GetValue(quiet) && result.GetValue(json))
        {
            result.AddError($"{quiet.Name} and {json.Name} exclude each other");
        }
    }

    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public static Option<int?> Count(string name, string description, int least = 1) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parse<int>(result, value => value >= least, $"a whole number of at least {least}"),
    };

    /// <summary>A number above zero.</summary>
    public static Option<double?> PositiveNumber(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "R",
        CustomParser = result => Parse<double>(result, value => value > 0 && double.IsFinite(value), "a number above 0, such as 0.001"),
    };

    /// <summary>A number above zero and below one.</summary>
    public static Option<double?> Share(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "R",
        CustomParser = result => Parse<double>(result, value => value is > 0 and < 1, "a number above 0 and below 1, such as 0.999"),
    };

    private static T? Parse<T>(ArgumentResult result, Func<T, bool> allowed, string wanted) where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && allowed(value))
        {
            return value;
        }

        result.AddError($"{Name(result)} must be {wanted}, not '{text}'");
        return null;
    }

    private static string Name(SymbolResult result) => (result as OptionResult ?? result.Parent as OptionResult)?.IdentifierToken?.Value
        ?? (result as ArgumentResult)?.Argument.Name
        ?? "";

    private static ModelEntry? ParseModel(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
        {
            return null;
        }

        var name = result.Tokens[0].Value;
        if (ModelCatalog.Find(name) is { } model)
        {
            return model;
        }

        var guess = NearestName.Of(name, ModelCatalog.Names);
        result.AddError($"there is no model '{name}'{(guess is null ? "" : $"; did you mean {guess}?")} (models: {string.Join(", ", ModelCatalog.Names)})");
        return null;
    }
}
