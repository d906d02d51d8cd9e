using System.Text;

namespace CnnGen;

/// <summary>The fields of a CSV file, line by line. Fields of a line are valid until the next one is read.</summary>
internal sealed class CsvLines
{
    // A line of a million numbers has less.
    private const int LongestLine = 64 << 20;

    private readonly StreamReader _reader;
    private readonly string _path;
    private readonly char _separator;
    private readonly List<ReadOnlyMemory<char>> _fields = [];
    private int _next = 1;

    public CsvLines(Stream file, string path, char separator)
    {
        (_path, _separator) = (path, separator);
        _reader = new StreamReader(file, new UTF8Encoding(false, false), detectEncodingFromByteOrderMarks: true);
    }

    /// <summary>The number of the line that the fields begin in, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The fields without their quotes.</summary>
    public IReadOnlyList<ReadOnlyMemory<char>> Fields => _fields;

    /// <summary>Reads the next line that is not empty.</summary>
    public bool Read()
    {
        string? text;
        do
        {
            text = NextLine();
            Line = _next - 1;
        }
        while (text is { Length: 0 });

        if (text is null)
        {
            return false;
        }

        _fields.Clear();
        Split(text);
        return true;
    }

    private void Split(string text)
    {
        for (int start = 0; start <= text.Length;)
        {
            if (start < text.Length && text[start] == '"')
            {
                start = Quoted(ref text, start) + 1;
                continue;
            }

            int end = text.IndexOf(_separator, start);
            end = end < 0 ? text.Length : end;
            _fields.Add(text.AsMemory(start, end - start));
            start = end + 1;
        }
    }

    // A field in quotes can go on over ends of lines. Returns where its separator stands.
    private int Quoted(ref string text, int start)
    {
        int begin = Line;
        var field = new StringBuilder();
        for (int place = start + 1; ; place++)
        {
            int quote = text.IndexOf('"', place);
            if (quote < 0)
            {
                field.Append(text, place, text.Length - place).Append('\n');
                text = NextLine() ?? throw Broken(begin, "has a quote that does not end");
                if (field.Length > LongestLine)
                {
                    throw Broken(begin, "has a quote that does not end within 64 MB");
                }

                place = -1;
                continue;
            }

            field.Append(text, place, quote - place);
            place = quote + 1;
            if (place < text.Length && text[place] == '"')
            {
                field.Append('"');
                continue;
            }

            if (place < text.Length && text[place] != _separator)
            {
                throw Broken(_next - 1, "has signs behind a closing quote");
            }

            _fields.Add(field.ToString().AsMemory());
            return place;
        }
    }

    private string? NextLine()
    {
        string? line = _reader.ReadLine();
        _next += line is null ? 0 : 1;
        return line;
    }

    private CnnGenException Broken(int line, string what) => new($"{_path}, line {line}, column {_fields.Count + 1}, {what}: write a quote within a field as two.");
}
