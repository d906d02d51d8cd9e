using System.Globalization;

namespace CnnGen;

/// <summary>
/// Reads CSV files of numbers: a line of names, then a line for each example. A field can stand in quotes, in which a quote is doubled; numbers
/// have a point, whatever the machine's language, and no signs between thousands. Empty lines are passed over.
/// </summary>
public static class CsvFile
{
    /// <summary>Reads all columns. A column that holds something else than numbers is in nobody's way until it is asked for.</summary>
    /// <param name="path">The file, as UTF-8.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <exception cref="CnnGenException">The file is missing, has no line of names, a line with more or fewer fields than that, or a quote that does not
    /// end; line and column are named.</exception>
    public static CsvTable Read(string path, CsvOptions? options = null)
    {
        options ??= new CsvOptions();
        if (options.Separator is '"' or '\n' or '\r' or '.')
        {
            throw new ArgumentException("Fields are parted by a sign that is neither a quote, a point nor an end of line.", nameof(options));
        }

        return InputFile.Read(path, "a CSV file of numbers with a line of names", file =>
        {
            var lines = new CsvLines(file, path, options.Separator);
            string[] names = Names(lines, path, options);
            CsvColumn[] columns = [.. names.Select(name => new CsvColumn(name, Classes(name, options), options.Missing))];
            var rows = new List<int>();
            while (lines.Read())
            {
                if (lines.Fields.Count != columns.Length)
                {
                    throw new CnnGenException(
                        $"{path}, line {lines.Line}, has {lines.Fields.Count} {(lines.Fields.Count == 1 ? "field" : "fields")}, but there are {columns.Length} columns.");
                }

                for (int i = 0; i < columns.Length; i++)
                {
                    columns[i].Add(lines.Fields[i].Span, lines.Line);
                }

                rows.Add(lines.Line);
            }

            return new CsvTable(path, columns, [.. rows], options);
        });
    }

    private static CsvClasses? Classes(string column, CsvOptions options) =>
        options.Classes.TryGetValue(column, out IReadOnlyList<string>? given) ? new CsvClasses(column, given)
        : options.ClassColumns.Contains(column) ? new CsvClasses(column, null)
        : null;

    private static string[] Names(CsvLines lines, string path, CsvOptions options)
    {
        if (options.Names is null && !lines.Read())
        {
            throw new CnnGenException($"{path} is empty: its first line must name the columns.");
        }

        string[] names = [.. options.Names ?? lines.Fields.Select(static field => field.Span.Trim().ToString())];
        if (names.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new CnnGenException($"{path} has {twice.Count()} columns of the name '{twice.Key}': each must have a name of its own.");
        }

        // Columns without names are often numbered from 0 on.
        bool isNumbered = names.Select(static (name, i) => name == i.ToString(CultureInfo.InvariantCulture)).All(static same => same);
        if (options.Names is null && !isNumbered && Array.TrueForAll(names, CsvColumn.IsNumber))
        {
            throw new CnnGenException($"{path} begins with numbers: its first line must name the columns, or {nameof(CsvOptions)}.{nameof(CsvOptions.Names)} does.");
        }

        return options.ClassColumns.Concat(options.Classes.Keys).FirstOrDefault(name => !names.Contains(name)) is { } missing ? throw CsvTable.NoColumn(path, names, missing) : names;
    }
}
