using System.Globalization;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// The names of a diagnostic's properties in which mends travel from the generator to the code fixes. Where an edit is done stands
/// among the diagnostic's additional locations: one for each edit, in the same order.
/// </summary>
internal static class MendKeys
{
    /// <summary>The title of a mend, counted from zero; not there behind the last one.</summary>
    public static string Title(int mend) => "Mend" + Number(mend);

    /// <summary>The <see cref="EditKind"/> of an edit of a mend; not there behind the last one.</summary>
    public static string Kind(int mend, int edit) => Edit(mend, edit) + ".Kind";

    /// <summary>The argument's name. Where it is not written yet, the place is its attribute's.</summary>
    public static string Argument(int mend, int edit) => Edit(mend, edit) + ".Argument";

    /// <summary>The new code.</summary>
    public static string Text(int mend, int edit) => Edit(mend, edit) + ".Text";

    private static string Edit(int mend, int edit) => Title(mend) + "." + Number(edit);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
