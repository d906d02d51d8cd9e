namespace CnnGen.Pages.Tests;

/// <summary>A table of a page.</summary>
/// <param name="Line">The line of its head, from 1.</param>
/// <param name="Head">The cells of its head.</param>
/// <param name="Rows">The cells of the rows below.</param>
internal sealed record Table(int Line, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static IEnumerable<Table> Of(IReadOnlyList<string> lines)
    {
        for (int line = 0; line < lines.Count; line++)
        {
            if (IsRow(lines[line]))
            {
                string[] table = [.. lines.Skip(line).TakeWhile(IsRow)];
                yield return new Table(line + 1, Cells(table[0]), [.. table.Skip(2).Select(Cells)]);
                line += table.Length;
            }
        }
    }

    private static bool IsRow(string line) => line.StartsWith('|');

    // A bar within a cell has a backslash in front.
    private static IReadOnlyList<string> Cells(string row) =>
        [.. row.Replace("\\|", "\0").Trim().Trim('|').Split('|').Select(static cell => cell.Trim().Replace('\0', '|'))];
}
