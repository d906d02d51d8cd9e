using System.Globalization;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// The names of a diagnostic's properties in which fixes travel from the generator to the code fixes. The file that an edit is done in
/// stands among the diagnostic's additional locations: one for each edit, in the same order.
/// </summary>
internal static class FixKeys
{
    /// <summary>The title of a fix, counted from zero; not there behind the last one.</summary>
    public static string Title(int fix) => "Fix" + Number(fix);

    /// <summary>The <see cref="EditKind"/> of an edit of a fix; not there behind the last one.</summary>
    public static string Kind(int fix, int edit) => Edit(fix, edit) + ".Kind";

    /// <summary>The <see cref="SyntaxPath"/> of what is changed.</summary>
    public static string Place(int fix, int edit) => Edit(fix, edit) + ".Place";

    /// <summary>The argument's name. Where it is not written yet, the place is its attribute's.</summary>
    public static string Argument(int fix, int edit) => Edit(fix, edit) + ".Argument";

    /// <summary>The new code.</summary>
    public static string Text(int fix, int edit) => Edit(fix, edit) + ".Text";

    private static string Edit(int fix, int edit) => Title(fix) + "." + Number(edit);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
