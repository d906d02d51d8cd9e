using System.Text;

namespace CnnGen.Interop;

/// <summary>Lines of Python, indented by four for each level.</summary>
internal sealed class PythonWriter
{
    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string line = "") => _text.Append(' ', line.Length == 0 ? 0 : 4 * _level).Append(line).Append('\n');

    /// <summary>Lines as they are, each indented.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>A line with a block behind it.</summary>
    public void Block(string head, Action body)
    {
        Line(head);
        _level++;
        body();
        _level--;
    }

    public override string ToString() => _text.ToString();
}
