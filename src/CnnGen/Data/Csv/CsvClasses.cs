namespace CnnGen;

/// <summary>
/// The classes of a column: those that were named beforehand, in that order, or those that it holds, in the ordinal order of their names.
/// </summary>
internal sealed class CsvClasses
{
    private const int LongestShown = 40;
    private const int MostShown = 20;

    private readonly Dictionary<string, int> _codes = [];
    private readonly IReadOnlyList<string>? _given;

    /// <param name="column">The column's name.</param>
    /// <param name="given">The names, by class index; <see langword="null"/> to take those that are met.</param>
    /// <exception cref="ArgumentException">There are no names, or one is empty or there twice.</exception>
    public CsvClasses(string column, IReadOnlyList<string>? given)
    {
        _given = given is null ? null : [.. given.Select(static name => name.Trim())];
        if (_given is [])
        {
            throw new ArgumentException($"{nameof(CsvOptions)}.{nameof(CsvOptions.Classes)} names no classes of column '{column}'.", nameof(given));
        }

        foreach (string name in _given ?? [])
        {
            if (name.Length == 0 || !_codes.TryAdd(name, _codes.Count))
            {
                string fault = name.Length == 0 ? "a class without a name" : $"the class '{name}' twice";
                throw new ArgumentException($"{nameof(CsvOptions)}.{nameof(CsvOptions.Classes)} has {fault} for column '{column}'.", nameof(given));
            }
        }
    }

    /// <summary>Whether their order was said, and does not follow from what the column holds.</summary>
    public bool AreGiven => _given is not null;

    /// <summary>The names, by class index.</summary>
    public IReadOnlyList<string> Names => _given ?? [.. _codes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names for a message.</summary>
    public string List => $"{string.Join(", ", Names.Take(MostShown).Select(static name => $"'{Shown(name)}'"))}{(Names.Count > MostShown ? " and more" : "")}";

    /// <summary>As much of a field as a message shows.</summary>
    public static string Shown(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, LongestShown)].ToString();

    /// <summary>A number for a name, in the order in which names were met; <see langword="null"/> if it is none of those that were given.</summary>
    public int? Code(string name)
    {
        if (_codes.TryGetValue(name, out int code))
        {
            return code;
        }

        return AreGiven ? null : _codes[name] = _codes.Count;
    }

    /// <summary>What to say of a name that is none of those that were given.</summary>
    public string Unknown(string name)
    {
        string shown = Shown(name);
        string nearest = NearestName.Of(shown, Names) is { } near ? $"; the nearest is '{near}'" : "";
        return $"'{shown}', which is none of its classes {List}{nearest}: mend the field, or name the class in {nameof(CsvOptions)}.{nameof(CsvOptions.Classes)}";
    }

    /// <summary>The class index of each number.</summary>
    public IEnumerable<int> Indices(IReadOnlyList<int> codes)
    {
        if (AreGiven)
        {
            return codes;
        }

        var places = new int[_codes.Count];
        foreach ((string name, int index) in Names.Select(static (name, index) => (name, index)))
        {
            places[_codes[name]] = index;
        }

        return codes.Select(code => places[code]);
    }
}
