using System.Globalization;
using System.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Text that would do harm if it came out of its literal, and the literals to write it in.</summary>
internal static class HostileText
{
    /// <summary>What generated code must not have as an identifier or an element.</summary>
    public const string Mark = "Pwned";

    private static readonly string[] Fragments =
    [
        "\"", "\\", "\n", "\r\n", "\t", "\0", "*/", "/*", "//", "///", "</summary>", "<pwned/>", "</code>", "<![CDATA[", "]]>", "&amp;", "&", "<", ">",
        "{0}", "{", "}", "{{", "}}", ";", "#endif", "#pragma warning restore", "\"\"\"", "$\"", "@\"", "'", "\\u0022", "\\\"", "%s", "`",
        "\u2028", "\u2029", "\u0085", "\ud800", "\udc00", "😀", "\u202e", "\u0301", "\u200d", "\ufeff", "\ue000", "\uffff", "é", "日本", "ß", "İ", "א", "٣",
        "class", "global::", "conv2d", "dense_1", "Summary", "forward", "input", "weight", ".", " ", "_", "a", "B", "7", "-",
        $"{Mark}", $" public int {Mark} => 1; ", $"; }} class {Mark} {{ }} /*", $"\n#error {Mark}\n",
    ];

    public static string Next(Dice dice) => dice.Number(0, 20) switch
    {
        0 => "",
        1 => new string('x', 300),
        2 => "conv2d",
        _ => string.Concat(Enumerable.Range(0, dice.Number(1, 6)).Select(_ => dice.Pick(Fragments))),
    };

    /// <summary>A C# literal of one line.</summary>
    public static string Literal(string value, Dice dice)
    {
        bool isPlain = dice.Either();
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                >= ' ' and <= '~' => c.ToString(),
                _ when isPlain && char.IsLetter(c) && !char.IsSurrogate(c) => c.ToString(),
                _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return text.Append('"').ToString();
    }
}
