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
    /// names that the file holds, unless <see cref="Classes"/> says another one.
    /// </summary>
    public IReadOnlyList<string> ClassColumns { get; init; } = [];

    /// <summary>
    /// The names of a column's classes by class index, where they shall not depend on which of them the file happens to hold: those of one file
    /// mean the same in another. A column that is named here need not be in <see cref="ClassColumns"/>. <see cref="CsvTable.Options"/> has those of
    /// a file that was read.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What an empty field stands for. Default: nothing; a column with an empty field cannot be taken.</summary>
    public float? Missing { get; init; }
}
