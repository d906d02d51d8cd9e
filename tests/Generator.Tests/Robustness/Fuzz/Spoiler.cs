using System.Text.RegularExpressions;

namespace CnnGen.Generator.Tests;

/// <summary>Makes mistakes in the text of a program, as while it is being typed.</summary>
internal static partial class Spoiler
{
    public static FuzzProgram Spoil(FuzzProgram program, Dice dice)
    {
        // The usings and the namespace stay, so that the rest still concerns the generator.
        int start = program.Text.IndexOf('{') + 1;
        string text = program.Text;
        for (int i = dice.Number(1, 4); i > 0; i--)
        {
            text = Spoil(text, start, dice);
        }

        return program with { Text = text, IsSpoilt = true };
    }

    private static string Spoil(string text, int start, Dice dice)
    {
        int at = dice.Number(start, text.Length);
        int length = Math.Min(dice.Number(1, 12), text.Length - at);
        return dice.Number(0, 6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, dice.Pick(["(", ")", "[", "]", "\"", ",", "<", ">", "=", "x", "1", ";", "}", "/*", "\n", "partial ", "new ", "Missing"])),
            3 => Repeat(text, start, dice),
            4 => Argue(text, at, dice),
            _ => text.Remove(at, 1).Insert(at, $"{(char)dice.Number(' ', '~')}"),
        };
    }

    // One argument more than there is.
    private static string Argue(string text, int at, Dice dice)
    {
        int end = text.IndexOf(")]", at, StringComparison.Ordinal);
        return end < 0 ? text : text.Insert(end, dice.Pick([", Missing = 1", ", Missing", ", missing: 1", ", 1", ", \"x\""]));
    }

    // What an argument says, once more in the same attribute.
    private static string Repeat(string text, int start, Dice dice)
    {
        Match[] arguments = [.. Argument().Matches(text, start).Cast<Match>()];
        if (arguments.Length == 0)
        {
            return text;
        }

        Match argument = dice.Pick(arguments);
        return text.Insert(argument.Index + argument.Length, $", {argument}");
    }

    [GeneratedRegex(@"(?<=[(,] ?)\w+ = [\w."" -]+(?=[,)])")]
    private static partial Regex Argument();
}
