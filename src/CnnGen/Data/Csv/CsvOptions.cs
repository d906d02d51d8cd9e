namespace CnnGen;

/// <summary>What a CSV file does not say of itself.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two fields: <c>,</c>, <c>;</c>, a tabulator. Default: a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The names of the columns, for a file that has no line of names. Default: the first line.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>
    /// Columns of names that stand for classes: <c>setosa</c>, <c>virginica</c>. They become class indices from 0 in the ordinal order of the
    /// names.
    /// </summary>
    public IReadOnlyList<string> ClassColumns { get; init; } = [];

    /// <summary>What an empty field stands for. Default: nothing; a column with an empty field cannot be taken.</summary>
    public float? Missing { get; init; }
}
