using System;
using System.Collections.Generic;
using System.Text;

namespace CnnGen.Generator.Emission;

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

    public void Line(string line) => _text.Append(' ', _depth * IndentSize).Append(line).Append('\n');

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
    public Block Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Block : IDisposable
    {
        private readonly CodeWriter _writer;

        public Block(CodeWriter writer) => _writer = writer;

        public void Dispose()
        {
            _writer._depth--;
            _writer.Line("}");
        }
    }
}
