using System;
using System.Collections.Generic;
using System.Text;

namespace CnnGen.Generator.Text;

/// <summary>Writes indented lines that end in <c>\n</c> on every platform.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a blank line, but none at the beginning of a block.</summary>
    public void Line()
    {
        if (_text.Length < 2 || _text[_text.Length - 2] != '{')
        {
            _text.Append('\n');
        }
    }

    public void Line(string line) => _text.Append(' ', line.Length == 0 ? 0 : _depth * IndentSize).Append(line).Append('\n');

    /// <summary>Writes several lines, each as far in as it stands there.</summary>
    public void Text(string text) => Lines(text.Split('\n'));

    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>Writes a line that belongs to the one above it.</summary>
    public void Continue(string line) => Line(new string(' ', IndentSize) + line);

    /// <summary>Opens a block, which ends with the returned value's disposal.</summary>
    /// <param name="header">The line above it.</param>
    /// <param name="end">What closes it.</param>
    public Block Open(string? header = null, string end = "}")
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Block(this, end);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Block : IDisposable
    {
        private readonly CodeWriter _writer;

        private readonly string _end;

        public Block(CodeWriter writer, string end) => (_writer, _end) = (writer, end);

        public void Dispose()
        {
            _writer._depth--;
            _writer.Line(_end);
        }
    }
}
