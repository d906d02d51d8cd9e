namespace CnnGen;

/// <summary>The columns of a CSV file, which become inputs and targets by name.</summary>
public sealed class CsvTable
{
    private readonly string _path;
    private readonly CsvColumn[] _columns;
    private readonly int[] _lines;

    internal CsvTable(string path, CsvColumn[] columns, int[] lines, CsvOptions options)
    {
        (_path, _columns, _lines) = (path, columns, lines);
        Columns = [.. columns.Select(static column => column.Name)];
        Options = options with { Classes = columns.Where(static column => column.HasClasses).ToDictionary(static column => column.Name, static column => column.Classes!.Names) };
    }

    /// <summary>Number of examples.</summary>
    public int Count => _lines.Length;

    /// <summary>The names of the columns in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// What to read a second file with, of the data to test with, say: the options of this one, with the classes of its columns. So a class has
    /// the same index in both, and a name that this file has not is an error.
    /// </summary>
    public CsvOptions Options { get; }

    /// <summary>The numbers of a column; of one that names classes their indices.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="CnnGenException">It is not there, or a field is no number; its line is named.</exception>
    public float[] Numbers(string column) => Find(column).Values();

    /// <summary>The names of a column's classes, by class index.</summary>
    /// <param name="column">A column of <see cref="CsvOptions.ClassColumns"/> or <see cref="CsvOptions.Classes"/>.</param>
    /// <exception cref="CnnGenException">It is not there or none of those.</exception>
    public IReadOnlyList<string> Classes(string column)
    {
        CsvColumn found = Find(column);
        return found.Classes?.Names ?? throw new CnnGenException($"Column '{column}' of {_path} holds numbers: name it in {nameof(CsvOptions)}.{nameof(CsvOptions.ClassColumns)} when the file is read.");
    }

    /// <summary>A vector that goes into a network: one number of each column.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="columns">The columns, in this order.</param>
    /// <exception cref="CnnGenException">A column is not there, or a field is no number; its line is named.</exception>
    public InputColumn ToInput(string name, params string[] columns)
    {
        Require(columns);
        return ToInput(new DataInput(name, columns.Length), columns);
    }

    /// <summary>What goes into a network, of any shape: a picture or a signal that is written as one number a column.</summary>
    /// <param name="input">Name and shape.</param>
    /// <param name="columns">As many columns as it has values, in the order of the shape.</param>
    /// <exception cref="CnnGenException">There are more or fewer columns, one is not there, or a field is no number; its line is named.</exception>
    public InputColumn ToInput(DataInput input, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(input);
        Require(columns);
        return columns.Length == input.Size
            ? InputColumn.Of(input, Rows(columns))
            : throw new CnnGenException($"Input '{input}' has {input.Size} values, but {columns.Length} columns of {_path} are given.");
    }

    /// <summary>What a network should give.</summary>
    /// <param name="target">Name and kind: class indices of a column, or as many numbers as columns.</param>
    /// <param name="columns">The columns, in the order of the target's values.</param>
    /// <exception cref="CnnGenException">There are more or fewer columns, one is not there, or a field is not what the target can have; its line is named.
    /// Or a column holds more or fewer classes than the target has, and their order was not said, so that it cannot be told which index is whose.</exception>
    public TargetColumn ToTarget(DataTarget target, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(target);
        Require(columns);
        if (columns.Length != target.Size)
        {
            throw new CnnGenException($"Target '{target}' has {target.Size} values, but {columns.Length} columns of {_path} are given.");
        }

        Array.ForEach(columns, column => CheckClasses(target, Find(column)));
        float[] values = Rows(columns);
        if (target.Kind != LabelKind.ClassIndex)
        {
            CheckValues(target, values, columns);
            return TargetColumn.Of(target, values);
        }

        var labels = new int[values.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Label(target, values[i], () => Place(i, columns));
        }

        return TargetColumn.Of(target, labels);
    }

    internal static CnnGenException NoColumn(string path, IReadOnlyList<string> names, string missing)
    {
        string nearest = NearestName.Of(missing, names) is { } near ? $" Did you mean '{near}'?" : "";
        string shown = string.Join(", ", names.Take(20).Select(static name => $"'{name}'"));
        return new CnnGenException($"{path} has no column '{missing}'; it has {shown}{(names.Count > 20 ? " and more" : "")}.{nearest}");
    }

    private static int Label(DataTarget target, float value, Func<string> place)
    {
        bool isClass = value == (int)value && ((value >= 0 && value < target.Classes) || (int)value == target.IgnoredClass);
        return isClass
            ? (int)value
            : throw new CnnGenException(FormattableString.Invariant(
                $"{place()} is {value}, which is no class: with {target.Classes} classes, labels go from 0 to {target.Classes - 1}."));
    }

    // Indices that follow from the names a file happens to hold mean the same elsewhere only if it holds all of them.
    private void CheckClasses(DataTarget target, CsvColumn column)
    {
        if (column.Classes is not { } classes || target.Kind == LabelKind.Number)
        {
            return;
        }

        // Of a column with the values 0 and 1 there are two classes; the class that does not count may have a name too.
        int wanted = target.Kind == LabelKind.ClassIndex ? target.Classes : 2;
        int named = target.Kind == LabelKind.ClassIndex && target.IgnoredClass == wanted ? wanted + 1 : wanted;
        int count = classes.Names.Count;
        if (count != named && !(classes.AreGiven && count == wanted))
        {
            string mend = classes.AreGiven
                ? $"name as many in {nameof(CsvOptions)}.{nameof(CsvOptions.Classes)}"
                : $"name all classes in their order in {nameof(CsvOptions)}.{nameof(CsvOptions.Classes)}, or read the file with the {nameof(Options)} of the {nameof(CsvTable)} to train with";
            throw new CnnGenException(
                $"{_path}, column '{column.Name}', {(classes.AreGiven ? "was given" : "holds")} {(count == 1 ? "1 class" : $"{count} classes")}, {classes.List}, but '{target.Name}' has {named}: {mend}.");
        }
    }

    private void CheckValues(DataTarget target, float[] values, string[] columns)
    {
        for (int i = 0; i < values.Length && target.Kind != LabelKind.Number; i++)
        {
            if (values[i] is < 0 or > 1)
            {
                throw new CnnGenException(FormattableString.Invariant($"{Place(i, columns)} is {values[i]}: a target of the kind {target.Kind} has numbers between 0 and 1."));
            }
        }
    }

    private string Place(int index, string[] columns) => $"{_path}, line {_lines[index / columns.Length]}, column '{columns[index % columns.Length]}',";

    private float[] Rows(string[] columns)
    {
        float[][] numbers = [.. columns.Select(Numbers)];
        var rows = new float[BatchBuffer.Length(Count, columns.Length, "numbers")];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = numbers[i % columns.Length][i / columns.Length];
        }

        return rows;
    }

    private CsvColumn Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        CsvColumn found = Array.Find(_columns, column => column.Name == name) ?? throw NoColumn(_path, Columns, name);
        return found.Fault is null ? found : throw new CnnGenException($"{_path}, {found.Fault}.");
    }

    private static void Require(string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
        {
            throw new ArgumentException("Name one column or more.", nameof(columns));
        }
    }
}
