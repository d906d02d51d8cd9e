namespace CnnGen;

/// <summary>A table of numbers: the first column names the row, the others are numbers.</summary>
/// <param name="Caption">What the table is of.</param>
/// <param name="Headings">Of all columns.</param>
/// <param name="Rows">The cells.</param>
internal sealed record DataTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table, which scrolls by itself where the page is narrow.</summary>
    public Markup ToMarkup()
    {
        var table = new Markup();
        table.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Caption}\"><table><caption>{Caption}</caption><thead><tr>");
        foreach (string heading in Headings)
        {
            table.Add($"<th scope=\"col\">{heading}</th>");
        }

        table.Line($"</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in Rows)
        {
            table.Add($"<tr><th scope=\"row\">{row[0]}</th>");
            foreach (string cell in row.Skip(1))
            {
                table.Add($"<td>{cell}</td>");
            }

            table.Line($"</tr>");
        }

        return table.Line($"</tbody></table></div>");
    }

    /// <summary>The table behind a chart, to be opened.</summary>
    public Markup Behind() => Markup.Of($"<details class=\"data\"><summary>The numbers</summary>{ToMarkup()}</details>\n");
}
