namespace CnnGen.Generator.Tests;

/// <summary>Makes mistakes in the text of a program, as while it is being typed.</summary>
internal static class Spoiler
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
        return dice.Number(0, 4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, dice.Pick(["(", ")", "[", "]", "\"", ",", "<", ">", "=", "x", "1", ";", "}", "/*", "\n", "partial ", "new ", "Missing"])),
            _ => text.Remove(at, 1).Insert(at, $"{(char)dice.Number(' ', '~')}"),
        };
    }
}
