using System.Globalization;

namespace CnnGen.Generator.Declarations;

/// <summary>
/// How an argument of a block is computed. Attributes keep only the number, so that what is written in a project would be lost to those that
/// reference it compiled; the generator notes it in the assembly.
/// </summary>
/// <param name="Class">The full name of the block in metadata.</param>
/// <param name="Attribute">The attribute's place among those that CnnGen reads.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Text">The expression; those of a list with ", " between them.</param>
internal sealed record BlockNote(string Class, int Attribute, string Argument, string Text)
{
    /// <summary>What the assembly's metadata calls all of them.</summary>
    public const string Key = "CnnGen.Arithmetic";

    private const char Bar = '|';

    public string Value => $"{Class}{Bar}{Attribute.ToString(CultureInfo.InvariantCulture)}{Bar}{Argument}{Bar}{Text}";

    /// <returns><see langword="null"/> for what is none.</returns>
    public static BlockNote? Parse(string value) =>
        value.Split([Bar], 4) is [var name, var attribute, var argument, var text]
        && int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? new BlockNote(name, place, argument, text)
            : null;
}
